/** The saved match that somebody has picked, on its way from home to the replay. */
let picked: File | null = null;

/** Asks for a file; false if none was chosen. */
export const pickSavedFile = (): Promise<boolean> =>
  new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,.gz,application/json,application/gzip';
    input.addEventListener('change', () => {
      picked = input.files?.[0] ?? null;
      done(picked !== null);
    });
    input.addEventListener('cancel', () => done(false));
    input.click();
  });

/** Gives it away once: coming back to the page asks again. */
export const takePickedFile = (): File | null => {
  const file = picked;
  picked = null;
  return file;
};
