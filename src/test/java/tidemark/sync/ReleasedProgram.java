package tidemark.sync;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The program of 0.1.0 as it was released, without its window and command line: its classes in a class loader of their
/// own, over the libraries of today.
///
/// `tidemark-0.1.0.jar` holds the classes of commit 848f070, compiled without debug information.
public final class ReleasedProgram {
    private static final ClassLoader LOADER = loader();

    private ReleasedProgram() {}

    private static ClassLoader loader() {
        var jar = Objects.requireNonNull(ReleasedProgram.class.getResource("/tidemark/released/tidemark-0.1.0.jar"));
        return new URLClassLoader(new URL[] {jar}, new Libraries(ReleasedProgram.class.getClassLoader()));
    }

    /// The libraries of today, without the program of today.
    private static final class Libraries extends ClassLoader {
        Libraries(ClassLoader today) {
            super(today);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("tidemark.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public @org.jspecify.annotations.Nullable URL getResource(String name) {
            return name.startsWith("tidemark/") ? null : super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws java.io.IOException {
            return name.startsWith("tidemark/") ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }

    /// Its class of this name.
    static Class<?> type(String name) {
        try {
            return Class.forName("tidemark." + name, true, LOADER);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /// Its constant of this name.
    static Object constant(String type, String name) {
        try {
            var field = type(type).getDeclaredField(name);
            field.setAccessible(true);
            return Objects.requireNonNull(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /// A new object of a class, by the constructor with as many parameters as arguments.
    static Object make(String type, Object... arguments) {
        try {
            var constructor = Arrays.stream(type(type).getDeclaredConstructors())
                    .filter(each -> each.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /// The answer of a static method; empty for none.
    static Optional<Object> callStatic(String type, String method, Object... arguments) {
        return invoke(Optional.empty(), type(type), method, arguments);
    }

    /// The answer of an object's method; empty for none.
    static Optional<Object> call(Object on, String method, Object... arguments) {
        return invoke(Optional.of(on), on.getClass(), method, arguments);
    }

    private static Optional<Object> invoke(Optional<Object> on, Class<?> type, String name, Object... arguments) {
        try {
            return Optional.ofNullable(method(type, name, arguments.length).invoke(on.orElse(null), arguments));
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Method method(Class<?> type, String name, int parameters) {
        var method = Stream.of(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(name) && each.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + type));
        method.setAccessible(true);
        return method;
    }

    private static RuntimeException failure(InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        throw new AssertionError(e.getCause());
    }

    /// The number of changes in a batch as its reader of batches reads them.
    ///
    /// @throws RuntimeException its own, when it refuses the batch
    public static int changes(String object, byte[] bytes) {
        var name = make("remote.ObjectName", object);
        var json = callStatic("sync.BatchFormat", "unpacking", name, bytes).orElseThrow();
        var batch = callStatic("sync.BatchReader", "read", name, (InputStream) json, 1)
                .orElseThrow();
        return ((java.util.Collection<?>) call(batch, "changes").orElseThrow()).size();
    }
}
