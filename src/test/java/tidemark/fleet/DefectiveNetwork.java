package tidemark.fleet;

import java.util.List;
import tidemark.remote.Body;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;
import tidemark.remote.StoreDouble;

/// A network that forwards everything, including the store's own ways to write; defects override single requests.
class DefectiveNetwork extends StoreDouble {
    DefectiveNetwork(RemoteStore network) {
        super(network);
    }

    @Override
    public void add(ObjectName name, Body body) {
        inner.add(name, body);
    }

    @Override
    public void promote(ObjectName from, ObjectName to, Body body) {
        inner.promote(from, to, body);
    }

    @Override
    public void deleteFolder(ObjectName folder) {
        inner.deleteFolder(folder);
    }

    @Override
    public void deleteFolders(List<ObjectName> folders) {
        inner.deleteFolders(folders);
    }
}
