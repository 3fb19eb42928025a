/// The composition root: every service is made here in order and closed in reverse; clock, randomness and threads come
/// from here and nowhere else.
@org.jspecify.annotations.NullMarked
package tidemark.app;
