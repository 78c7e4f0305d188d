import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refused } from '../http/refused.ts';
import type { SettingsReader } from '../settings/settings.ts';

/** What a visitor may still do. */
export interface Allowance {
  readonly left: number;
  /** Until one more battle is allowed; 0 where some are left. */
  readonly retryAfterSeconds: number;
}

/** Counts the battles of visitors and of networks, each in a window that moves on. */
export interface RateLimit {
  /** Told before anything is sent. */
  allowance(visitorId: string | null, network: string | null): Promise<Allowance>;
  /** One more battle. @throws {Refused} `rate-limited` */
  take(visitorId: string, network: string | null): Promise<void>;
  /** One more question, attempt or retry in a running battle. @throws {Refused} `rate-limited` */
  takeTurn(visitorId: string): Promise<void>;
}

/** Questions in running battles for each battle that may be started. */
const turnsPerBattle = 6;

/** Visitors who share one public address share this many allowances. */
const visitorsPerNetwork = 20;

/** Limits in the memory of this server, by the settings in force. */
export function createRateLimit(settings: SettingsReader): RateLimit {
  let limiters = limitersOf(settings);
  const current = () => {
    const { battlesPerWindow, windowMinutes } = settings.current().settings;
    const isSame = limiters.points === battlesPerWindow && limiters.minutes === windowMinutes;
    if (!isSame) limiters = limitersOf(settings);
    return limiters;
  };

  return {
    async allowance(visitorId, network) {
      const { visitors, networks, points } = current();
      const ofVisitor = visitorId === null ? null : await visitors.get(visitorId);
      const ofNetwork = network === null ? null : await networks.get(network);
      const left = Math.max(0, Math.min(ofVisitor?.remainingPoints ?? points, ofNetwork?.remainingPoints ?? points));
      const waits = [ofVisitor, ofNetwork].filter((used) => used !== null && used.remainingPoints <= 0);
      return {
        left,
        retryAfterSeconds:
          left > 0 ? 0 : Math.ceil(Math.max(0, ...waits.map((used) => used?.msBeforeNext ?? 0)) / 1000),
      };
    },
    async take(visitorId, network) {
      const { visitors, networks, points, minutes } = current();
      try {
        await visitors.consume(visitorId);
        if (network !== null) await networks.consume(network);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1000);
        throw new Refused(
          'rate-limited',
          `${points} battles in ${minutes} minutes are allowed. The next one can start in ${retryAfterSeconds} seconds; your running battles go on.`,
          { retryAfterSeconds, facts: { limit: points, minutes } },
        );
      }
    },
    async takeTurn(visitorId) {
      const { turns, points, minutes } = current();
      try {
        await turns.consume(visitorId);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1000);
        const limit = points * turnsPerBattle;
        throw new Refused(
          'rate-limited',
          `${limit} questions in ${minutes} minutes are allowed. The next one can be asked in ${retryAfterSeconds} seconds.`,
          { retryAfterSeconds, facts: { limit, minutes } },
        );
      }
    },
  };
}

function limitersOf(settings: SettingsReader) {
  const { battlesPerWindow: points, windowMinutes: minutes } = settings.current().settings;
  const duration = minutes * 60;
  return {
    points,
    minutes,
    visitors: new RateLimiterMemory({ keyPrefix: 'visitor', points, duration }),
    turns: new RateLimiterMemory({ keyPrefix: 'turn', points: points * turnsPerBattle, duration }),
    networks: new RateLimiterMemory({ keyPrefix: 'network', points: points * visitorsPerNetwork, duration }),
  };
}
