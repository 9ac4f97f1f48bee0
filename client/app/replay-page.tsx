import { lazy, Suspense, useState } from 'react';
import { type DropItem, DropZone } from 'react-aria-components';
import { pickSavedFile, takePickedFile } from '../home/saved-file.ts';
import { t } from '../text/text.ts';
import { Busy } from '../ui/busy.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useTitle } from '../ui/use-title.ts';
import { hrefOf } from './route.ts';

const ReplayScreen = lazy(async () => ({ default: (await import('../replay/replay-screen.tsx')).ReplayScreen }));

const takeDropped = async (items: readonly DropItem[], onFile: (file: File) => void): Promise<void> => {
  const dropped = items.find((item) => item.kind === 'file');
  if (dropped !== undefined) onFile(await dropped.getFile());
};

/** Asks for the saved match; a file may also be dropped anywhere on it. */
const FilePicker = ({ onFile }: { readonly onFile: (file: File) => void }) => {
  const pick = async (): Promise<void> => {
    await pickSavedFile();
    const file = takePickedFile();
    if (file !== null) onFile(file);
  };
  return (
    <DropZone
      className="whole-notice"
      aria-label={t('file.drop')}
      onDrop={({ items }) => void takeDropped(items, onFile)}
    >
      <div className="panel">
        <h1>{t('file.title')}</h1>
        <p>{t('file.text')}</p>
        <div className="row">
          <Button kind="primary" onPress={() => void pick()}>
            {t('file.pick')}
          </Button>
          <ButtonLink href={hrefOf({ kind: 'home' })}>{t('nav.home')}</ButtonLink>
        </div>
      </div>
    </DropZone>
  );
};

export const ReplayPage = ({ match }: { readonly match: string | null }) => {
  const [file, setFile] = useState<File | null>(() => (match === null ? takePickedFile() : null));
  useTitle(t('replay.title'));
  if (match === null && file === null) return <FilePicker onFile={setFile} />;
  return (
    <Suspense fallback={<Busy />}>
      {file === null ? (
        <ReplayScreen source={{ kind: 'match', id: match ?? '' }} />
      ) : (
        <ReplayScreen source={{ kind: 'file', file }} />
      )}
    </Suspense>
  );
};
