/** Why the server cannot start, in a sentence for a person. */
export class StartFault extends Error {
  readonly code: 'server/port-in-use' | 'server/data-folder' | 'server/cannot-listen' | 'server/bad-proxies';
  constructor(code: StartFault['code'], message: string) {
    super(message);
    this.name = 'StartFault';
    this.code = code;
  }
}
