import 'i18next';
import type { about } from './en/about.ts';
import type { admin } from './en/admin.ts';
import type { battle } from './en/battle.ts';
import type { board } from './en/board.ts';
import type { common } from './en/common.ts';
import type { problems } from './en/problems.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      problems: typeof problems;
      battle: typeof battle;
      board: typeof board;
      about: typeof about;
      admin: typeof admin;
    };
  }
}
