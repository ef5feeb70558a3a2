import { clear, createStore, type UseStore } from 'idb-keyval';

/** A place on the phone for what is one person's, opened when it is first needed and gone without a trace when they leave. */
export class OwnStore {
  private opened: UseStore | undefined;

  constructor(private readonly name: string) {}

  get store(): UseStore {
    return (this.opened ??= this.open());
  }

  /** Another tab that wipes it waits for nobody: this one lets go, and opens it again when it next needs it. */
  private open(): UseStore {
    const store = createStore(this.name, 'entries');
    void store('readonly', ({ transaction: { db } }) => {
      db.onversionchange = () => {
        db.close();
        if (this.opened === store) this.opened = undefined;
      };
    }).catch(() => undefined);
    return store;
  }

  async wipe(): Promise<void> {
    const { store } = this;
    this.opened = undefined;
    // Emptied first: another tab that has it open holds up only that the empty rest goes.
    await clear(store);
    await store('readonly', (entries) => {
      entries.transaction.db.close();
      return Promise.resolve();
    });
    await new Promise<void>((resolve) => {
      const going = indexedDB.deleteDatabase(this.name);
      going.onsuccess =
        going.onerror =
        going.onblocked =
          () => {
            resolve();
          };
    });
  }
}
