/** What may hold digits without being a number of the board: see `not-numbers.ts`, which gives the reasons. */
export type NotNumbers = { readonly places: readonly string[]; readonly texts: readonly string[] };
/** What a number answered when it was asked why. */
export type Answered = {
  readonly key: string;
  /** the number as it stands on the screen */ readonly shown: string;
  /** all that was told */ readonly told: string;
  /** where it was said to have begun */ readonly roots: readonly string[];
  /** numbers that it is made of, by name */ readonly parts: readonly string[];
};

/** Something said in whole around its numbers, with one way to ask why. */
const SAID_AS_ONE = '.event-line, .clause-list > li, .promise-line, .seat-chip';
const DIALOG = '[role="dialog"]';
const PATIENCE = 8_000;

let asked = new Set<string>();

/** Waits for a fact about the page. */
const until = <T>(what: string, fact: () => T | null): Promise<T> =>
  new Promise((resolve, reject) => {
    const found = fact();
    if (found !== null) return resolve(found);
    const observer = new MutationObserver(() => {
      const now = fact();
      if (now === null) return;
      clearTimeout(alarm);
      observer.disconnect();
      resolve(now);
    });
    const alarm = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`waited in vain: ${what}`));
    }, PATIENCE);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    return undefined;
  });

/** What is folded up is a number shown all the same. */
const unfold = (scopes: readonly Element[]): void => {
  for (const scope of scopes) for (const one of scope.querySelectorAll('details')) one.open = true;
};

const scopesOf = (selector: string): readonly Element[] => [...document.querySelectorAll(selector)];

const textNodes = (scope: Element): readonly Text[] => {
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) found.push(node as Text);
  return found;
};

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/** Can it be reached and pressed with the keyboard? A grid has one stop, and arrows within. */
const isPressable = (element: Element): boolean =>
  element instanceof HTMLButtonElement &&
  !element.disabled &&
  (element.tabIndex >= 0 || element.closest('table')?.querySelector('button[data-why][tabindex="0"]') !== null);

const answers = (element: Element): boolean => {
  const own = element.closest('[data-why]');
  if (own !== null) return isPressable(own);
  const ways = element.closest(SAID_AS_ONE)?.querySelectorAll('[data-why]') ?? [];
  return [...ways].some(isPressable);
};

/** Numbers that stand there with no way to ask why. */
const unexplained = (selector: string, { places, texts }: NotNumbers): readonly string[] => {
  const scopes = scopesOf(selector);
  unfold(scopes);
  const patterns = texts.map((text) => new RegExp(text, 'gu'));
  return scopes.flatMap(textNodes).flatMap((node) => {
    const parent = node.parentElement;
    if (parent === null || !/\d/u.test(node.data) || !isShown(parent)) return [];
    if (places.some((place) => parent.closest(place) !== null)) return [];
    const rest = patterns.reduce((text, pattern) => text.replaceAll(pattern, ''), node.data);
    if (!/\d/u.test(rest) || answers(parent)) return [];
    return [`“${node.data}” in ${parent.closest('[class]')?.className ?? parent.tagName}`];
  });
};

const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? '';

/** What stands in the dialog. */
const heard = (dialog: Element): Pick<Answered, 'told' | 'roots' | 'parts'> => ({
  told: textOf(dialog.querySelector('.dialog-body')),
  roots: [...dialog.querySelectorAll('.why-link[data-root]')].map((root) => textOf(root.lastElementChild ?? root)),
  parts: [...dialog.querySelectorAll('.why-parts [data-why]')].map((one) => one.getAttribute('data-why') ?? ''),
});

const opened = (): Element | null => {
  const dialog = document.querySelector(DIALOG);
  return dialog?.querySelector('.why-what') == null ? null : dialog;
};

/** Presses every number that has not been asked yet, and what it is made of in the same dialog; what each told. */
const askAll = async (selector: string): Promise<readonly Answered[]> => {
  const answered: Answered[] = [];
  const ways = scopesOf(selector).flatMap((scope) => [...scope.querySelectorAll<HTMLElement>('[data-why]')]);
  for (const way of ways) {
    const key = way.dataset.why ?? '';
    if (asked.has(key) || !isShown(way)) continue;
    asked.add(key);
    const shown = way.innerText;
    way.click();
    const dialog = await until(`the dialog of ${key}`, opened);
    answered.push({ key, shown, ...heard(dialog) }, ...(await askParts(dialog)));
    dialog.querySelector<HTMLElement>('.dialog-foot .button-primary')?.click();
    await until('the dialog to close', () => (document.querySelector(DIALOG) === null ? true : null));
  }
  return answered;
};

/** Numbers that only a dialog shows: asked there, and back again. */
const askParts = async (dialog: Element): Promise<readonly Answered[]> => {
  const title = (): string => textOf(dialog.querySelector('.why-what'));
  const whole = title();
  const answered: Answered[] = [];
  for (const key of heard(dialog).parts) {
    if (asked.has(key)) continue;
    asked.add(key);
    const part = dialog.querySelector<HTMLElement>(`.why-parts [data-why="${CSS.escape(key)}"]`);
    const shown = textOf(part?.lastElementChild);
    part?.click();
    await until(`the part ${key}`, () => (title() === whole ? null : true));
    answered.push({ key, shown, ...heard(dialog) });
    const back = await until('a way back', () => dialog.querySelector<HTMLElement>('.dialog-foot .button-quiet'));
    back.click();
    await until('the way back', () => (title() === whole ? true : null));
  }
  return answered;
};

const forget = (): void => {
  asked = new Set();
};

/** Called from the test, in the page. */
export const causes = { unexplained, askAll, forget };
Object.assign(globalThis, { causes });
