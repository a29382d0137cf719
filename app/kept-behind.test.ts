import { expect, test, vi } from "vitest";
import { tellWhatIsKept } from "./kept-behind";

const page = vi.hoisted(() => ({ kept: [] as object[], contentType: "" }));
vi.mock("@/components/forms/typed", () => ({ keptOnPage: async () => page.kept }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "content-type": page.contentType }) }));
vi.mock("next/navigation", () => ({
  redirect: (address: string) => {
    throw new Error(`to ${address}`);
  },
}));

const SENT = "multipart/form-data; boundary=x";

test.each([
  ["was sent a form whose text is kept, tells of it", SENT, [{ id: "one" }], "to /account/typed?gone"],
  ["was only opened, leads on", "", [{ id: "one" }], null],
  ["was sent a button, leads on", SENT, [], null],
])("a page that leads elsewhere and %s", async (_, contentType, kept, told) => {
  Object.assign(page, { contentType, kept });
  const answer = await tellWhatIsKept().then(
    () => null,
    ({ message }: Error) => message,
  );
  expect(answer).toBe(told);
});
