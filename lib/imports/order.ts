import { sameAddresses } from "@/lib/sources";

/** The place of one document among those that one import lists. Whoever has it ends it, whatever becomes of the document. */
export interface Turn {
  /**
   * Begins `work` once all that are listed before it have begun theirs or ended; where one of those has its address, once that has ended.
   * What `work` does before it first waits is done in the order of the list.
   */
  enter<T>(address: string, work: () => Promise<T>): Promise<T>;
  /** Resolves once all that are listed before it have ended. */
  last(): Promise<void>;
  end(): void;
}

/**
 * Gives each document of an import its turn, in the order in which it lists them. They are read side by side, and one that is read sooner
 * waits here: of two texts of one address the first of the list is the first edition. None waits for one behind it.
 */
export function turnsInOrder(): () => Turn {
  let before = { entered: Promise.resolve(), ended: Promise.resolve() };
  const underWay = new Map<string, Promise<void>>();
  return () => {
    const { entered, ended } = before;
    const own = { entered: gate(), ended: gate() };
    before = { entered: both(entered, own.entered.opened), ended: both(ended, own.ended.opened) };
    const addresses: string[] = [];
    return {
      async enter(address, work) {
        await entered;
        if (address !== "") addresses.push(...sameAddresses(address));
        const kin = addresses.flatMap((one) => underWay.get(one) ?? []);
        for (const one of addresses) underWay.set(one, own.ended.opened);
        if (kin.length > 0) {
          // what has another address does not wait with it
          own.entered.open();
          await Promise.all(kin);
        }
        const done = work();
        own.entered.open();
        return done;
      },
      last: () => ended,
      end() {
        own.entered.open();
        own.ended.open();
        for (const one of addresses) if (underWay.get(one) === own.ended.opened) underWay.delete(one);
      },
    };
  };
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const both = (one: Promise<void>, other: Promise<void>): Promise<void> => one.then(() => other);
