import { z } from "zod";
import { absoluteUrl, deskName } from "@/lib/http";
import { ENDPOINTS } from "./endpoints";
import type { Endpoint } from "./model";
import { meSchema } from "./schema";

const problem = {
  type: "object",
  description: "What went wrong, as RFC 9457 has it",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: { type: "object", properties: { field: { type: "string" }, message: { type: "string" } } },
    },
  },
  required: ["type", "title", "status", "detail"],
};

/** The interface described in OpenAPI 3.1, made from the schemas that check what comes and what goes. */
export function describeApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  const schemas: Record<string, object> = { Problem: problem, Me: inJson(meSchema) };
  for (const endpoint of ENDPOINTS) {
    schemas[endpoint.answerName] = inJson(endpoint.answer);
    if (endpoint.kind === "write") schemas[endpoint.bodyName] = inJson(endpoint.body);
    const method = endpoint.kind === "write" ? "post" : "get";
    paths[endpoint.path] = { ...paths[endpoint.path], [method]: operationOf(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: `Verbatim at ${deskName()}`,
      version: "1",
      description:
        "Who said what, where it was printed, and what it competes with. What is public needs no key.",
    },
    servers: [{ url: absoluteUrl("/api/v1") }],
    paths: { ...paths, "/me": { get: ME } },
    components: { schemas, securitySchemes: { key: { type: "http", scheme: "bearer" } } },
  };
}

function operationOf(endpoint: Endpoint): object {
  const verb = endpoint.kind === "write" ? "write" : endpoint.kind === "list" ? "list" : "get";
  const words = endpoint.path.replace(/\W+/gu, " ").trim().replace(/ /gu, "_");
  return {
    operationId: `${verb}_${words}`,
    summary: endpoint.summary,
    parameters: [...inPath(endpoint), ...(endpoint.kind === "list" ? inQuery(endpoint.query) : [])],
    ...(endpoint.kind === "write"
      ? {
          security: [{ key: [] }],
          description: `With a key of the scope “${endpoint.scope}”.`,
          requestBody: {
            required: true,
            content: { "application/json": { schema: ref(endpoint.bodyName), example: endpoint.sample } },
          },
        }
      : { security: [{}, { key: [] }] }),
    responses: {
      ...(endpoint.kind === "write"
        ? endpoint.keepsNothing
          ? { 200: answer("What was found", ref(endpoint.answerName)) }
          : {
              201: answer("Recorded", ref(endpoint.answerName)),
              200: answer("Was recorded before", ref(endpoint.answerName)),
            }
        : {
            200: answer(
              "What you may read",
              endpoint.kind === "list" ? page(endpoint.answerName) : ref(endpoint.answerName),
            ),
          }),
      default: WENT_WRONG,
    },
  };
}

function inPath({ path }: Endpoint): object[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
    ...{ name, in: "path", required: true, schema: { type: "string" } },
  }));
}

function inQuery(query: z.ZodObject): object[] {
  const { properties = {} } = inJson(query) as { properties?: Record<string, { description?: string }> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: "query", required: false, schema },
    ...(description ? { description } : {}),
  }));
}

function page(name: string): object {
  const next = { type: ["string", "null"], description: "The address of the next page" };
  return {
    type: "object",
    required: ["items", "next"],
    properties: { items: { type: "array", items: ref(name) }, next },
  };
}

function answer(description: string, schema: object): object {
  return { description, content: { "application/json": { schema } } };
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const WENT_WRONG = {
  description: "What went wrong",
  content: { "application/problem+json": { schema: ref("Problem") } },
};

const ME = {
  ...{ operationId: "get_me", summary: "Whose key it is, and what it may be used for", parameters: [] },
  security: [{ key: [] }],
  responses: { 200: answer("The key’s person, as they stand now", ref("Me")), default: WENT_WRONG },
};

function inJson(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}
