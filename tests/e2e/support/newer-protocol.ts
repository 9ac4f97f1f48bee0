import { registerHooks } from 'node:module';

/** Loaded before a server, it makes that server one of a later version, which pages of today do not understand. */
registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!url.endsWith('/shared/protocol/messages.ts')) return loaded;
    const source = String(loaded.source).replace(
      /PROTOCOL_VERSION = (\d+)/,
      (_whole, version: string) => `PROTOCOL_VERSION = ${Number(version) + 1}`,
    );
    return { ...loaded, source };
  },
});
