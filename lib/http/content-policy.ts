interface Surroundings {
  /** New for each answer. */
  readonly nonce: string;
  /** Whether the public address is https. */
  readonly isSecure: boolean;
  /** React's development tools evaluate code, write styles into the page and listen on a socket. */
  readonly isDevelopment: boolean;
}

/** The Content-Security-Policy of an answer: scripts by nonce only, everything else from this site or not at all. */
export function contentPolicy({ nonce, isSecure, isDevelopment }: Surroundings): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
