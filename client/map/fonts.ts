/** The three faces of the map, in the two alphabets its names need. */
import '@fontsource/cinzel/latin-ext-600.css';
import '@fontsource/cinzel/latin-600.css';
import '@fontsource/eb-garamond/latin-500-italic.css';
import '@fontsource/alegreya-sans/latin-ext-500.css';
import '@fontsource/alegreya-sans/latin-500.css';
import '@fontsource/alegreya-sans/latin-ext-500-italic.css';
import '@fontsource/alegreya-sans/latin-500-italic.css';
import '@fontsource/alegreya-sans/latin-ext-700.css';
import '@fontsource/alegreya-sans/latin-700.css';

const FACES = [
  '600 20px Cinzel',
  'italic 500 20px "EB Garamond"',
  '500 14px "Alegreya Sans"',
  'italic 500 14px "Alegreya Sans"',
  '700 14px "Alegreya Sans"',
];

/** Letters of both subsets, so that each face is fetched whole. */
const SAMPLE = 'AaĞğİşəž';

const PATIENCE = 4000;

/** Lettering is painted once: it must not be painted in a stand-in face, but a lost font must not stop the map. */
export const mapFontsReady = async (): Promise<void> => {
  const all = Promise.allSettled(FACES.map((face) => document.fonts.load(face, SAMPLE)));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
};
