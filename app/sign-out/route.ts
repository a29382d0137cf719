import { signOut } from "@/lib/auth/server";
import { assertSameOrigin, toResponse } from "@/lib/http";

/** Ends this session. Only by POST, so that no link or picture can sign somebody out. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request);
  } catch (error) {
    return toResponse(error);
  }
  await signOut();
  // relative, because behind a proxy the server does not know its own name
  return new Response(null, { status: 303, headers: { location: "/sign-in" } });
}
