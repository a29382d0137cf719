import { describe, expect, test } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { openSession } from "@/lib/auth/mutations";
import { findSignedIn } from "@/lib/auth/queries";
import { db } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { LINK_LIVES_MS } from "./model";
import {
  addUser,
  changePassword,
  createSignInLink,
  disableUser,
  editProfile,
  enableUser,
  endSessions,
  ensureFirstAdminLink,
  findLinkEnd,
  findLinkOwner,
  getUser,
  listColleagues,
  listUsers,
  namesHeld,
  setPasswordByLink,
  setRole,
} from "./server";

const PASSWORD = "a long walk by the river";

let people = 0;

async function add(
  role: Actor["role"] & ("reader" | "reporter" | "reviewer" | "editor" | "admin"),
  password?: string,
) {
  people += 1;
  const person = { email: `Person${people}@Example.org`, name: `Person ${people}`, role };
  return addUser(SYSTEM, password === undefined ? person : { ...person, password });
}

async function signedIn(email: string, password = PASSWORD): Promise<Headers> {
  const opened = await openSession(new Headers({ "x-forwarded-for": "198.51.100.7" }), { email, password });
  const cookie = opened
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return new Headers({ cookie });
}

/** Edits the profile of somebody who has no other session, keeping what is not named. */
async function edit(actor: Actor, change: Partial<Parameters<typeof editProfile>[1]>) {
  const { name, email } = await db.user.findUniqueOrThrow({ where: { id: actor.id ?? "" } });
  return editProfile(actor, { sessionId: "", name, email, ...change });
}

async function refusalsOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return (
    (error as { refusals?: { rule: string }[] } | null)?.refusals?.map((refusal) => refusal.rule) ?? [
      String(error),
    ]
  );
}

const tokenOf = (url: string) => new URL(url).searchParams.get("token") ?? "";

describe("the first administrator", () => {
  test("gets a link until they have a password, each link ending the one before", async () => {
    const first = await ensureFirstAdminLink();
    const second = await ensureFirstAdminLink();
    expect(first?.url).toContain("/set-password?token=");
    expect(await findLinkOwner(tokenOf(first?.url ?? ""))).toBeNull();
    const token = tokenOf(second?.url ?? "");
    expect(await findLinkOwner(token)).toMatchObject({ email: "admin@verbatim.local" });
    await setPasswordByLink({ token, password: PASSWORD, passwordAgain: PASSWORD });
    expect(await ensureFirstAdminLink()).toBeNull();
  });
});

describe("a sign-in link", () => {
  test("works once", async () => {
    const person = await add("editor");
    expect(person.hasPassword).toBe(false);
    const { url } = await createSignInLink(SYSTEM, { userId: person.id });
    const input = { token: tokenOf(url), password: PASSWORD, passwordAgain: PASSWORD };
    expect(await setPasswordByLink(input)).toEqual({ email: person.email });
    expect(await refusalsOf(setPasswordByLink(input))).toEqual(["link.ended"]);
    expect((await findSignedIn(await signedIn(person.email)))?.actor).toMatchObject({
      id: person.id,
      role: "editor",
    });
  });

  test("is used by one of two who come at once", async () => {
    const person = await add("reporter");
    const token = tokenOf((await createSignInLink(SYSTEM, { userId: person.id })).url);
    const outcomes = await Promise.all(
      ["first of the two words", "second of the two words"].map((password) =>
        setPasswordByLink({ token, password, passwordAgain: password }).then(
          () => "set",
          () => "refused",
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(["refused", "set"]);
  });

  test("is made once by two administrators at once: the other is told, and ends it only when they have seen it", async () => {
    const person = await add("reporter");
    const { id: userId } = person;
    const was = await findLinkEnd(SYSTEM, userId);
    const make = (seen: string) => createSignInLink(SYSTEM, { userId, was: seen });
    const both = await Promise.allSettled([make(was), make(was)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const made = both.find((one) => one.status === "fulfilled")?.value.url ?? "";
    expect(await refusalsOf(make(was))).toEqual(["user.link"]);
    expect(await findLinkOwner(tokenOf(made))).not.toBeNull();
    const seen = await findLinkEnd(SYSTEM, userId);
    expect(seen).not.toBe(was);
    const { url } = await make(seen);
    expect(await findLinkOwner(tokenOf(made))).toBeNull();
    // one that was used since is no colleague's
    await setPasswordByLink({ token: tokenOf(url), password: PASSWORD, passwordAgain: PASSWORD });
    expect(await findLinkEnd(SYSTEM, userId)).toBe("");
    await make(seen);
  });

  test("ends after its time, and when the account is closed", async () => {
    const person = await add("reporter");
    const token = tokenOf((await createSignInLink(SYSTEM, { userId: person.id })).url);
    try {
      setClock(new Date(Date.now() + LINK_LIVES_MS - 60_000));
      expect(await findLinkOwner(token)).not.toBeNull();
      setClock(new Date(Date.now() + LINK_LIVES_MS + 60_000));
      expect(await findLinkOwner(token)).toBeNull();
    } finally {
      setClock(null);
    }
    await disableUser(SYSTEM, { userId: person.id });
    expect(await findLinkOwner(token)).toBeNull();
    expect(await refusalsOf(createSignInLink(SYSTEM, { userId: person.id }))).toEqual(["user.disabled"]);
  });

  test("stores neither itself nor the password in the database's clear text", async () => {
    const person = await add("reporter");
    const token = tokenOf((await createSignInLink(SYSTEM, { userId: person.id })).url);
    await setPasswordByLink({ token, password: PASSWORD, passwordAgain: PASSWORD });
    const rows = JSON.stringify([
      await db.auditEntry.findMany({ where: { subjectId: person.id } }),
      await db.verification.findMany(),
      await db.account.findMany({ where: { userId: person.id } }),
    ]);
    expect(rows).toContain("user.password_set");
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(PASSWORD);
  });

  test.each([
    ["elevenchars", "elevenchars", ["input"]],
    ["a long walk by the river", "a long walk by the rivet", ["input"]],
    ["aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", ["password.weak"]],
    ["person@weak.example", "person@weak.example", ["password.weak"]],
  ])("refuses %s with %s", async (password, passwordAgain, rules) => {
    const email = "person@weak.example";
    const known = await db.user.findUnique({ where: { email } });
    const person = known ?? (await addUser(SYSTEM, { email, name: "Weak", role: "reader" }));
    const token = tokenOf((await createSignInLink(SYSTEM, { userId: person.id })).url);
    expect(await refusalsOf(setPasswordByLink({ token, password, passwordAgain }))).toEqual(rules);
    expect(await findLinkOwner(token)).not.toBeNull();
  });
});

describe("people", () => {
  test("are added once, with their address in lower case", async () => {
    const person = await add("reviewer", PASSWORD);
    expect(person).toMatchObject({ role: "reviewer", hasPassword: true, isDisabled: false });
    expect(person.email).toBe(person.email.toLowerCase());
    const again = { email: person.email.toUpperCase(), name: "Again", role: "reader" } as const;
    expect(await refusalsOf(addUser(SYSTEM, again))).toEqual(["user.email_taken"]);
  });

  test("are managed by administrators only", async () => {
    const person = await add("reporter");
    for (const role of ["visitor", "reader", "reporter", "reviewer", "editor"] as const) {
      const actor: Actor = { ...VISITOR, role };
      for (const work of [
        () => addUser(actor, { email: "x@example.org", name: "X", role: "admin" }),
        () => setRole(actor, { userId: person.id, role: "admin" }),
        () => disableUser(actor, { userId: person.id }),
        () => enableUser(actor, { userId: person.id }),
        () => createSignInLink(actor, { userId: person.id }),
        () => endSessions(actor, { userId: person.id }),
        () => getUser(actor, { id: person.id }),
        () => listUsers(actor),
      ]) {
        await expect(work(), `${role}: ${work}`).rejects.toMatchObject({ kind: "forbidden" });
      }
    }
    expect(await getUser(SYSTEM, { email: person.email })).toEqual(person);
    expect((await listUsers(SYSTEM)).items).toContainEqual(person);
  });

  test("have their role changed for the next request, and not over a colleague's change", async () => {
    const person = await add("reporter", PASSWORD);
    const session = await signedIn(person.email);
    await setRole(SYSTEM, { userId: person.id, role: "reviewer", was: "reporter" });
    expect((await findSignedIn(session))?.actor.role).toBe("reviewer");
    await expect(
      setRole(SYSTEM, { userId: person.id, role: "editor", was: "reporter" }),
    ).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("lose their sessions when their account is closed, and may come back when it is opened", async () => {
    const person = await add("reporter", PASSWORD);
    const session = await signedIn(person.email);
    await disableUser(SYSTEM, { userId: person.id });
    expect(await findSignedIn(session)).toBeNull();
    expect(await refusalsOf(signedIn(person.email))).toEqual(["sign_in.disabled"]);
    expect(await refusalsOf(signedIn(person.email, "not the password"))).toEqual(["sign_in.wrong"]);
    await enableUser(SYSTEM, { userId: person.id });
    expect(await findSignedIn(session)).toBeNull();
    expect(await findSignedIn(await signedIn(person.email))).not.toBeNull();
  });

  test("always keep one administrator among them", async () => {
    const all = (await listUsers(SYSTEM)).items.filter((user) => user.role === "admin");
    const last = await add("admin", PASSWORD);
    for (const { id } of all) await disableUser(SYSTEM, { userId: id });
    await add("admin"); // without a password nobody can administer by it
    expect(await refusalsOf(disableUser(SYSTEM, { userId: last.id }))).toEqual(["user.last_admin"]);
    expect(await refusalsOf(setRole(SYSTEM, { userId: last.id, role: "editor" }))).toEqual([
      "user.last_admin",
    ]);
    expect(await getUser(SYSTEM, { id: last.id })).toMatchObject({ role: "admin", isDisabled: false });
  });

  test("are listed to colleagues while they work on the desk", async () => {
    const reviewer = await add("reviewer");
    const gone = await add("reviewer");
    await disableUser(SYSTEM, { userId: gone.id });
    const listed = await listColleagues({ ...VISITOR, role: "reporter" }, { roles: ["reviewer"] });
    const ids = listed.map(({ id }) => id);
    expect(ids).toContain(reviewer.id);
    expect(ids).not.toContain(gone.id);
    await expect(listColleagues(VISITOR)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("one's own account", () => {
  test("changes its password with the present one, and ends the other sessions", async () => {
    const person = await add("editor", PASSWORD);
    const [here, elsewhere] = [await signedIn(person.email), await signedIn(person.email)];
    const found = await findSignedIn(here);
    if (found === null) throw new Error("not signed in");
    const { actor, sessionId } = found;
    const next = "another walk by another river";
    const change = (currentPassword: string) =>
      changePassword(actor, { sessionId, currentPassword, password: next, passwordAgain: next });
    expect(await refusalsOf(change("something else"))).toEqual(["password.wrong"]);
    await change(PASSWORD);
    expect(await findSignedIn(here)).not.toBeNull();
    expect(await findSignedIn(elsewhere)).toBeNull();
    expect(await refusalsOf(signedIn(person.email))).toEqual(["sign_in.wrong"]);
    expect(await findSignedIn(await signedIn(person.email, next))).not.toBeNull();
  });

  test("is signed out everywhere", async () => {
    const person = await add("editor", PASSWORD);
    const sessions = [await signedIn(person.email), await signedIn(person.email)];
    expect(
      await endSessions({ id: person.id, name: person.name, role: "editor" }, { userId: person.id }),
    ).toBe(2);
    for (const session of sessions) expect(await findSignedIn(session)).toBeNull();
  });

  test("takes another name and a free address", async () => {
    const [person, other] = [await add("reporter"), await add("reporter")];
    const actor: Actor = { id: person.id, name: person.name, role: "reporter" };
    expect(await editProfile(actor, { sessionId: "", name: "Renamed", email: person.email })).toMatchObject({
      name: "Renamed",
    });
    await expect(
      editProfile(VISITOR, { sessionId: "", name: "X", email: "x@example.org" }),
    ).rejects.toMatchObject({ kind: "not_found" });
    expect(await refusalsOf(edit(actor, { email: other.email }))).toEqual(["password.wrong"]);
  });

  test("change their email with their password only, and are signed out everywhere else", async () => {
    const [person, other] = [await add("reporter", PASSWORD), await add("reporter")];
    const actor: Actor = { id: person.id, name: person.name, role: "reporter" };
    const [here, elsewhere] = [await signedIn(person.email), await signedIn(person.email)];
    const sessionId = (await findSignedIn(here))?.sessionId ?? "";
    const { url } = await createSignInLink(SYSTEM, { userId: person.id });
    const email = `moved.${person.email}`;
    const change = (currentPassword?: string, to = email) =>
      editProfile(actor, {
        ...{ sessionId, name: person.name, email: to },
        ...(currentPassword === undefined ? {} : { currentPassword }),
      });
    expect(await refusalsOf(change())).toEqual(["password.wrong"]);
    expect(await refusalsOf(change("not the password"))).toEqual(["password.wrong"]);
    expect(await refusalsOf(change(PASSWORD, other.email))).toEqual(["user.email_taken"]);
    expect(await change(PASSWORD)).toMatchObject({ email });
    expect(await findSignedIn(here)).not.toBeNull();
    expect(await findSignedIn(elsewhere)).toBeNull();
    expect(await findLinkOwner(tokenOf(url))).toBeNull();
    await signedIn(email);
  });

  test("guess at the password of an account that was left open no more often than at sign-in", async () => {
    const person = await add("reporter", PASSWORD);
    const actor: Actor = { id: person.id, name: person.name, role: "reporter" };
    const guess = () =>
      refusalsOf(edit(actor, { email: "taken.over@example.org", currentPassword: "a guess" }));
    const rules = new Set<string | undefined>();
    for (let number = 0; number < 40; number++) rules.add((await guess())[0]);
    expect([...rules]).toEqual(["password.wrong", "attempts.too_many"]);
  });
});

describe("a name", () => {
  test("beside a record is the one held when it was made", async () => {
    const person = await add("reporter");
    const actor: Actor = { id: person.id, name: person.name, role: "reporter" };
    const moments = ["2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z", "2026-11-22T10:00:00Z"].map(
      (moment) => new Date(moment),
    );
    try {
      for (const [index, moment] of moments.entries()) {
        setClock(moment);
        await edit(actor, { name: `${person.name}, ${["first", "second", "third"][index]}` });
      }
    } finally {
      setClock(null);
    }
    const nameOf = await namesHeld([person.id, null, "nobody"]);
    const justBefore = (moment: Date | undefined) => new Date((moment?.getTime() ?? 0) - 1);
    expect(nameOf(person.id, justBefore(moments[0]))).toBe(person.name);
    expect(nameOf(person.id, moments[0])).toBe(`${person.name}, first`);
    expect(nameOf(person.id, justBefore(moments[1]))).toBe(`${person.name}, first`);
    expect(nameOf(person.id, moments[2])).toBe(`${person.name}, third`);
    expect(nameOf(person.id)).toBe(`${person.name}, third`);
    expect([nameOf(null), nameOf("nobody")]).toEqual([null, null]);
  });

  test.each([
    ["another's", "NADIA  KARIM"],
    ["another's with marks", "Nádia Karim"],
    ["another's in wide letters", "Ｎａｄｉａ Karim"],
    ["another's with a stroke for an i", "Nadla Karim"],
    ["another's in small capitals", "Nᴀᴅɪᴀ Karim"],
    ["what another went by before", "Copa Pox"],
    ["what another went by before, in Cyrillic letters", "Сора Рох"],
  ])("is refused when it is %s", async (_, taken) => {
    const email = "nadia.karim@example.org";
    if ((await db.user.findUnique({ where: { email } })) === null) {
      const nadia = await addUser(SYSTEM, { email, name: "Copa Pox", role: "editor" });
      await edit({ id: nadia.id, name: nadia.name, role: "editor" }, { name: "Nadia Karim" });
      // one may go back to a name of one's own
      await edit({ id: nadia.id, name: nadia.name, role: "editor" }, { name: "Copa Pox" });
      await edit({ id: nadia.id, name: nadia.name, role: "editor" }, { name: "Nadia Karim" });
    }
    const person = await add("reporter");
    const actor: Actor = { id: person.id, name: person.name, role: "reporter" };
    expect(await refusalsOf(edit(actor, { name: taken }))).toEqual(["user.name_taken"]);
    const another = { email: `x${people}@example.org`, name: taken, role: "reader" } as const;
    expect(await refusalsOf(addUser(SYSTEM, another))).toEqual(["user.name_taken"]);
  });

  test.each([
    ["a sign that turns the reading", "Nadia \u202EmiraK"],
    ["a space of no width", "Nadia\u200B Karimova"],
    ["a control", "Nadia\u0007 Karimova"],
    ["Latin and Cyrillic letters in one word", "Nаdіа Karimova"],
    ["a Cherokee letter in a Latin word", "Ꭺnn Karimova"],
    ["an Armenian letter in a Latin word", "Mia Օlsson"],
    ["a letter that prints nothing", "Nadia \u3164"],
    ["half a sign", "Nadia \uD83D"],
    ["no letters", "— 12 —"],
    ["the program's own", "  verbatim "],
    ["nothing", "   "],
  ])("is refused when it holds %s", async (_, name) => {
    const person = await add("reporter");
    const actor: Actor = { id: person.id, name: person.name, role: "reporter" };
    expect(await refusalsOf(edit(actor, { name }))).toEqual(["input"]);
  });

  test.each(["נדיה כרים", "نادیه کریم", "O’Brien-Smith, Zoë", "李小龍", "Nadia Karim II"])(
    "may be %s",
    async (name) => {
      const person = await add("reporter");
      expect(
        await edit(
          { id: person.id, name: person.name, role: "reporter" },
          { name: ` ${name.replace(" ", "   ")}` },
        ),
      ).toMatchObject({ name });
    },
  );
});

test("every change is told by the audit, and the chain holds", async () => {
  const person = await add("reader", PASSWORD);
  const actor: Actor = { id: person.id, name: person.name, role: "reader" };
  await setRole(SYSTEM, { userId: person.id, role: "reporter" });
  await createSignInLink(SYSTEM, { userId: person.id });
  await edit(actor, { name: "Somebody else" });
  await disableUser(SYSTEM, { userId: person.id });
  await enableUser(SYSTEM, { userId: person.id });
  await endSessions(actor, { userId: person.id });
  const entries = await db.auditEntry.findMany({ where: { subjectId: person.id }, orderBy: { seq: "asc" } });
  expect(entries.map((entry) => entry.action)).toEqual([
    "user.added",
    "user.role_changed",
    "user.link_made",
    "user.profile_edited",
    "user.disabled",
    "user.enabled",
    "user.signed_out",
  ]);
  expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
});
