/// Makes the program as people install it, from its jars: `./mvnw -Pinstaller package`.
@org.jspecify.annotations.NullMarked
package tidemark.build.installer;
