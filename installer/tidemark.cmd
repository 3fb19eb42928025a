@echo off
rem Starts Tidemark: the window without a command, otherwise the command line. Needs Java 25 or newer.
setlocal
set "IMAGE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined TIDEMARK_JAVA_HOME set "JAVA=%TIDEMARK_JAVA_HOME%\bin\java"
if exist "%IMAGE%\runtime\bin\java.exe" set "JAVA=%IMAGE%\runtime\bin\java"

rem Without a command it is the window: the first one leaves its loaded classes in a file from which later ones start
rem with less work.
set "CACHE=%LOCALAPPDATA%\Tidemark\Cache"
set "WINDOW="
if "%~1"=="" set "WINDOW=yes"
if "%~1"=="--library" if not "%~2"=="" if "%~3"=="" set "WINDOW=yes"
if not defined WINDOW goto start
if not defined LOCALAPPDATA goto start
if not exist "%CACHE%\" mkdir "%CACHE%" 2>nul
if not exist "%CACHE%\" goto start
set WINDOW=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%CACHE%\window.jsa" -Xms96m -Xmn48m -XX:TieredStopAtLevel=1
"%JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xlog:disable %WINDOW% -cp "%IMAGE%\lib\*" %TIDEMARK_JAVA_OPTIONS% tidemark.Main %*
exit /b %ERRORLEVEL%

:start
"%JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xlog:disable -cp "%IMAGE%\lib\*" %TIDEMARK_JAVA_OPTIONS% tidemark.Main %*
