import { useEffect } from 'react';
import { t } from '../text/text.ts';

/** The name of the tab, which is also what a screen reader says first. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = title === '' ? t('title') : t('title.of', { title });
    return () => {
      document.title = t('title');
    };
  }, [title]);
};
