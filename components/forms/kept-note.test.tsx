import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { UNSENT, writeTypedIn } from "@/lib/forms";
import { ActionFormClient } from "./action-form.client";
import { KeptInAnother, KeptNote, type KeptTyping } from "./kept-note";

vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => {} }),
  usePathname: () => "/place",
  useSearchParams: () => new URLSearchParams(),
}));

const text = (id: string, window: string, isTaken: boolean): KeptTyping => ({
  ...{ id, window, isTaken, values: { note: id }, keptAt: new Date(`2026-11-26T12:0${id.length}:00Z`) },
  ...{ isAsked: false, address: `/place?typed=${id}` },
});

/** A form as the server draws it of what is kept: the newest, and all. */
function drawn(typed: KeptTyping | null, all: readonly KeptTyping[]): string {
  const from = typed?.isTaken ? typed : null;
  return renderToStaticMarkup(
    <ActionFormClient
      action={async () => UNSENT}
      sending={{ key: "key-of-at-least-16", form: "form", place: "/place" }}
      sender="somebody.1.x"
      typedIn={writeTypedIn({ window: "fresh", from })}
      typed={typed && { ...typed, note: <KeptNote kept={typed} form="form" /> }}
      all={all.map((one) => ({
        ...one,
        note: <KeptInAnother key={one.id} id={one.id} keptAt={one.keptAt} />,
      }))}
    >
      <button type="submit">Send</button>
    </ActionFormClient>,
  );
}

const named = (page: string) => [...page.matchAll(/\/account\/typed\?id=(\w+)/g)].map(([, id]) => id);

test("what is filled in is told, and what another window holds is named beside it", () => {
  const [own, other] = [text("own", "one", true), text("other", "two", true)];
  const page = drawn(own, [own, other]);
  expect(page).toContain("it is filled in again below");
  expect(named(page)).toEqual(["other"]);
  expect(page).toContain(`name="typed-in" value="fresh own ${own.keptAt.getTime()}"`);
});

test("what is older is offered once, and not named again", () => {
  const old = text("old", "one", false);
  const page = drawn(old, [old]);
  expect(page).toContain('href="/place?typed=old"');
  expect(named(page)).toEqual([]);
});

test("a form of which nothing is kept says nothing", () => {
  expect(drawn(null, [])).not.toContain("note--care");
});
