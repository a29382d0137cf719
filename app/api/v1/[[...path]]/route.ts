import { answerApi } from "@/lib/api/server";

/** The interface for programs; lib/api answers. */
async function answer(request: Request, { params }: RouteContext<"/api/v1/[[...path]]">) {
  return answerApi(request, `/${((await params).path ?? []).map(decodeURIComponent).join("/")}`);
}

export { answer as GET, answer as POST };
