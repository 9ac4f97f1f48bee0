import { Banners } from '../panels/turn/banners.tsx';
import { TurnBar } from '../panels/turn/turn-bar.tsx';
import { MatchStage } from './match-stage.tsx';
import { StandInBanner } from './stand-in-banner.tsx';

const leave = (): void => {
  window.location.hash = '#/';
};

/** A match being played or watched. */
export const MatchScreen = () => (
  <MatchStage
    live
    head={(keys, command) => (
      <>
        <TurnBar onKeys={keys} onCommand={command} onLeave={leave} />
        <Banners />
        <StandInBanner />
      </>
    )}
  />
);
