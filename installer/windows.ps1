# Makes the Windows installer of the image: IMAGE, VERSION and OUT say what and where. Needs the WiX Toolset.
# Signed where WINDOWS_CERTIFICATE (a PFX file in base64) and WINDOWS_CERTIFICATE_PASSWORD are set.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

# WiX 3 need not be on the path: jpackage finds it where its installer put it, which this variable names.
if (-not $env:WIX -and -not (Get-Command wix, candle -ErrorAction SilentlyContinue)) {
    Write-Error "The installer cannot be made: the WiX Toolset is missing. Nothing was packed. Install it: dotnet tool install --global wix"
}

function Add-Signature([string] $file) {
    if (-not $env:WINDOWS_CERTIFICATE) { return }
    $pfx = Join-Path $env:WORK "certificate.pfx"
    [IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:WINDOWS_CERTIFICATE))
    try {
        $password = ConvertTo-SecureString $env:WINDOWS_CERTIFICATE_PASSWORD -AsPlainText -Force
        $certificate = Import-PfxCertificate -FilePath $pfx -CertStoreLocation Cert:\CurrentUser\My -Password $password
        $signed = Set-AuthenticodeSignature -FilePath $file -Certificate $certificate -HashAlgorithm SHA256 `
            -TimestampServer http://timestamp.digicert.com
        if ($signed.Status -ne "Valid") { throw "$file was not signed: $($signed.StatusMessage)" }
    } finally {
        Remove-Item $pfx
    }
}

Get-ChildItem $env:IMAGE -Filter *.exe | ForEach-Object { Add-Signature $_.FullName }
& "$env:JAVA_HOME\bin\jpackage" --type msi --app-image $env:IMAGE --name Tidemark --app-version ($env:VERSION -replace "-.*") `
    --vendor "The Tidemark authors" --license-file LICENSE --dest $env:OUT --win-menu --win-shortcut-prompt --win-per-user-install `
    --win-dir-chooser --win-upgrade-uuid 0f6d3a52-7a5b-4f0e-9c57-2f6c1f4d8f31
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Get-ChildItem $env:OUT -Filter *.msi | ForEach-Object { Add-Signature $_.FullName }
Get-ChildItem $env:OUT -File | ForEach-Object { "$((Get-FileHash $_ -Algorithm SHA256).Hash.ToLower())  $($_.Name)" } |
    Set-Content (Join-Path $env:OUT "SHA256SUMS")
