/// The build of installers from the jars: `./mvnw -Pinstaller package`.
@org.jspecify.annotations.NullMarked
package tidemark.build.installer;
