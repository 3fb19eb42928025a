/// The window: three panes and a status bar on one open library.
///
/// One piece of news is told once. A *state*, such as being offline, a remote that went back, or conflicts that
/// are left,
/// stands in the status bar and nowhere else, and a place that holds something in the sidebar. An *event* is
/// told where
/// it can be acted on: a conflict of the open project by the banner below its text, any other by a toast; a
/// merge by the
/// badge of its project; a step by a toast with its undo; a failure by the banner above the status bar. Nothing that
/// comes by itself moves a text: banners stand below the panes and below the texts, toasts lie over them.
@org.jspecify.annotations.NullMarked
package tidemark.ui;
