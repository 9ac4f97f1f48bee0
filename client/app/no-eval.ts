// The page's policy forbids code made of text. The validator would try whether it may, each time to be told to the
// operator as a breach; this is where it looks for its settings, and it is loaded later than the first page.
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };

export {};
