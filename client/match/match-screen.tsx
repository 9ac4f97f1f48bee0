import { useState } from 'react';
import { Banners } from '../panels/turn/banners.tsx';
import { TurnBar } from '../panels/turn/turn-bar.tsx';
import { GalleryNotice } from '../table/gallery.tsx';
import { PeopleDialog } from '../table/people-dialog.tsx';
import { ClaimBanner } from './claim-banner.tsx';
import { MatchStage } from './match-stage.tsx';
import { StandInBanner } from './stand-in-banner.tsx';
import { TimeDialog } from './time/time-dialog.tsx';

const leave = (): void => {
  window.location.hash = '#/';
};

/** A match being played or watched. */
export const MatchScreen = () => {
  const [people, setPeople] = useState(false);
  const [time, setTime] = useState(false);
  return (
    <>
      <MatchStage
        live
        head={(keys, command) => (
          <>
            <TurnBar
              onKeys={keys}
              onCommand={command}
              onTime={() => setTime(true)}
              onPeople={() => setPeople(true)}
              onLeave={leave}
            />
            <GalleryNotice />
            <Banners />
            <StandInBanner />
            <ClaimBanner />
          </>
        )}
      />
      <TimeDialog isOpen={time} onClose={() => setTime(false)} />
      <PeopleDialog isOpen={people} onClose={() => setPeople(false)} />
    </>
  );
};
