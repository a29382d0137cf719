import { answerApi } from "@/lib/api/server";

/** The interface for programs; lib/api answers, also to what it does not take. */
async function answer(request: Request, { params }: RouteContext<"/api/v1/[[...path]]">) {
  return answerApi(request, `/${((await params).path ?? []).map(decoded).join("/")}`);
}

/** A part of the address as it was meant; what cannot be read names nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export { answer as DELETE, answer as GET, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
