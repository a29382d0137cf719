import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields.client";
import { Fold } from "@/components/forms/fold.client";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { Run, Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";
import { ShareField } from "./save-search";
import { SearchAsked } from "./search-asked";

export interface ShownSearch {
  readonly id: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
  readonly owner: string;
  readonly seenAt: Date;
  /** The list that it asks for. */
  readonly href: string;
  readonly entries: readonly (readonly [name: string, value: string])[];
  /** The name of its feeds' file, without its ending. */
  readonly feed: string;
  readonly isNew: { readonly count: number; readonly isMore: boolean };
}

export interface SearchActions {
  readonly change: FormAction;
  readonly remove: FormAction;
  readonly renew: FormAction;
  readonly seen: FormAction;
}

interface SearchListProps {
  searches: readonly ShownSearch[];
  /** When what is new was looked for. */
  lookedAt: Date;
  mayShare: boolean;
  /** Whether the actor may remove what others share. */
  mayRemove: boolean;
  actions: SearchActions;
}

/** Saved searches, each with what is new in it, its feeds, and what its owner may change. */
export function SearchList({ searches, lookedAt, mayShare, mayRemove, actions }: SearchListProps) {
  return (
    <ul className="rows">
      {searches.map((search) => (
        <li key={search.id} id={`search-${search.id}`} data-list-item>
          <Link className="rows__title" href={search.href as Route} dir="auto" data-open>
            {search.name}
          </Link>
          <Run>
            <SearchAsked entries={search.entries} />
            {search.isShared ? (
              <span>{search.isOwn ? "Shared with the desk" : `Shared by ${search.owner}`}</span>
            ) : (
              <span>Yours alone</span>
            )}
            <News {...search} />
          </Run>
          <div className="btns noprint above-2">
            {search.isNew.count > 0 ? (
              <ActionForm
                action={actions.seen}
                id={`seen-${search.id}`}
                label={`Mark ${search.name} as seen`}
              >
                <Hidden values={{ searchId: search.id, until: lookedAt.toISOString() }} />
                <SubmitButton variant="plain" isSmall icon="check">
                  Mark as seen
                </SubmitButton>
              </ActionForm>
            ) : null}
            <a
              className="btn btn--sm"
              href={`/feeds/${search.feed}.atom`}
              aria-label={`Atom feed of ${search.name}`}
            >
              Atom
            </a>
            <a
              className="btn btn--sm"
              href={`/feeds/${search.feed}.json`}
              aria-label={`JSON feed of ${search.name}`}
            >
              JSON Feed
            </a>
          </div>
          {search.isOwn || (mayRemove && search.isShared) ? (
            <Fold className="fold noprint">
              <summary>{search.isOwn ? "Change or remove" : "Remove"}</summary>
              <Changes search={search} mayShare={mayShare} actions={actions} />
            </Fold>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function News({ isNew: { count, isMore }, seenAt }: ShownSearch) {
  if (count === 0 && !isMore) return <span>Nothing new</span>;
  return (
    <span>
      <Tag icon="plus">{isMore ? `${count} new or more` : `${count} new`}</Tag> since{" "}
      <Time value={seenAt} precision="time" isShort />
    </span>
  );
}

interface ChangesProps {
  search: ShownSearch;
  mayShare: boolean;
  actions: SearchActions;
}

function Changes({ search: { id, name, isShared, isOwn }, mayShare, actions }: ChangesProps) {
  return (
    <div className="stack measure">
      {isOwn ? (
        <>
          <ActionForm action={actions.change} id={`change-${id}`} label={`Change ${name}`} className="stack">
            <Hidden values={{ searchId: id }} />
            <TextField name="name" label="Name" value={name} isRequired />
            {/* a box that is not shown would stop the sharing with any other change */}
            {mayShare || isShared ? <ShareField isShared={isShared} /> : null}
            <SubmitButton variant="plain">Save the change</SubmitButton>
          </ActionForm>
          <ActionForm
            action={actions.renew}
            id={`renew-${id}`}
            label={`Give the feeds of ${name} another address`}
          >
            <Hidden values={{ searchId: id }} />
            <p className="small">
              Whoever has the address of a feed reads it without signing in. It shows what the public may
              read.
            </p>
            <SubmitButton variant="quiet" isSmall>
              Another address for the feeds
            </SubmitButton>
          </ActionForm>
        </>
      ) : null}
      <ActionForm action={actions.remove} id={`remove-${id}`} label={`Remove ${name}`}>
        <Hidden values={{ searchId: id }} />
        <SubmitButton variant="stop">Remove for good</SubmitButton>
      </ActionForm>
    </div>
  );
}
