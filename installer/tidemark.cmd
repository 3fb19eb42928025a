@echo off
rem Starts Tidemark: the window without a command, otherwise the command line. Needs Java 25 or newer.
setlocal
set "IMAGE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined TIDEMARK_JAVA_HOME set "JAVA=%TIDEMARK_JAVA_HOME%\bin\java"
if exist "%IMAGE%\runtime\bin\java.exe" set "JAVA=%IMAGE%\runtime\bin\java"
"%JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -cp "%IMAGE%\lib\*" %TIDEMARK_JAVA_OPTIONS% tidemark.Main %*
