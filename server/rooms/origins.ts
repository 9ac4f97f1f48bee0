/** A page may talk to the server that it came from, and to no other unless it is named here. */
export class Origins {
  readonly #named: ReadonlySet<string>;
  constructor(named: readonly string[]) {
    this.#named = new Set(named);
  }

  /** Without an origin it is no page: a program on somebody's own machine, with no cookies to abuse. */
  allows(origin: string | null, host: string | null): boolean {
    if (origin === null) return true;
    return (
      this.#named.has(origin) || (URL.canParse(origin) && host !== null && new URL(origin).host === host.toLowerCase())
    );
  }

  /** For another origin that is named; the server's own pages need none. */
  corsHeaders(origin: string | null): Record<string, string> {
    if (origin === null || !this.#named.has(origin)) return {};
    return {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Headers': 'Content-Type, Authorization',
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Max-Age': '600',
      Vary: 'Origin',
    };
  }
}
