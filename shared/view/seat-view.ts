export type { PublicBoard, PublicTracks, SeatView } from '../model/seat-view.ts';
