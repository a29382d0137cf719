import { Icon } from "@/components/ui/icon";
import type { Viewer } from "./viewer";

/** Who is signed in and the way out, or the way in. */
export function Account({ viewer }: { viewer: Viewer | null }) {
  if (!viewer) {
    return (
      <a className="who" href="/sign-in">
        <Icon name="user-round" /> Sign in
      </a>
    );
  }
  return (
    <div className="who">
      <a className="who" href="/account" title={`${viewer.name}, signed in as ${viewer.role}: your account`}>
        <Icon name="user-round" /> {viewer.name}
        <span className="vh">, signed in as {viewer.role}: your account</span>
      </a>{" "}
      <form action="/sign-out" method="post">
        <button className="who__out" type="submit">
          Sign out
        </button>
      </form>
    </div>
  );
}
