package tidemark.ui.files;

/// The greatest size of a picture in pixels. A picture that is larger is made smaller while it is decoded, so that no
/// picture takes more memory than this.
///
/// @param width the most pixels across
/// @param pixels the most pixels in all
record Bound(int width, long pixels) {
    /// In the grid of files.
    static final Bound THUMBNAIL = new Bound(360, 360 * 360);

    /// In a text.
    static final Bound TEXT = new Bound(1600, 4_000_000);

    /// By itself.
    static final Bound WHOLE = new Bound(2400, 6_000_000);

    /// The factor, 1 at most, by which a picture of this size is made smaller.
    double scale(int itsWidth, int itsHeight) {
        var byWidth = (double) width / itsWidth;
        var byPixels = Math.sqrt((double) pixels / ((double) itsWidth * itsHeight));
        return Math.min(1, Math.min(byWidth, byPixels));
    }
}
