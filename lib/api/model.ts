import type { z } from "zod";
import type { Actor } from "@/lib/auth";
import type { Scope } from "@/lib/keys";

/** What a request brought, checked by the schemas of its endpoint. */
export interface Asked {
  readonly actor: Actor;
  /** The parts of the path in braces. */
  readonly at: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** One page of a list: `next` is the cursor behind it. */
export interface Paged {
  readonly items: readonly object[];
  readonly next: string | null;
}

interface Described {
  /** Under /api/v1; the parts in braces name what stands there. */
  readonly path: string;
  readonly summary: string;
  /** The name of what is answered, among the schemas of the description. */
  readonly answerName: string;
  readonly answer: z.ZodObject;
  /** A query that an example asks with. */
  readonly example?: string;
}

/** One thing that the interface answers. */
export type Endpoint =
  | (Described & {
      readonly kind: "list";
      readonly query: z.ZodObject;
      /** Says in words what of the query is not known; what the schema cannot. */
      readonly unknown?: (params: Readonly<Record<string, string | string[]>>) => readonly string[];
      list(asked: Asked): Promise<Paged>;
    })
  | (Described & { readonly kind: "one"; get(asked: Asked): Promise<object> })
  | (Described & {
      readonly kind: "write";
      readonly scope: Scope;
      readonly body: z.ZodType;
      readonly bodyName: string;
      readonly sample: object;
      /** What is sent is answered and not kept. */
      readonly keepsNothing?: true;
      write(asked: Asked): Promise<{ readonly isNew: boolean; readonly made: object }>;
    });

/** The endpoint whose path this is, and what stands in its braces. */
export function endpointAt<E extends { readonly path: string }>(
  endpoints: readonly E[],
  path: string,
): { endpoint: E; at: Record<string, string> } | null {
  const parts = path.split("/");
  for (const endpoint of endpoints) {
    const wanted = endpoint.path.split("/");
    if (wanted.length !== parts.length) continue;
    const at: Record<string, string> = {};
    const isMatch = wanted.every((part, index) => {
      const given = parts[index] ?? "";
      const name = /^\{(\w+)\}$/u.exec(part)?.[1];
      if (name === undefined) return part === given;
      at[name] = given;
      return given !== "";
    });
    if (isMatch) return { endpoint, at };
  }
  return null;
}
