package tidemark.ui.files;

import tidemark.ui.base.Services;

/// The looks at single files that the parts of the window share.
///
/// @param actions what is done with files
/// @param pictures the pictures of files
/// @param look the quick look
record FileLooks(FileActions actions, Pictures pictures, QuickLook look) {
    /// The looks at the files of this model.
    static FileLooks of(Services services, FilesModel model) {
        var actions = new FileActions(services, model);
        var pictures = new Pictures(services.files(), services.patient());
        return new FileLooks(actions, pictures, new QuickLook(services, pictures, actions));
    }
}
