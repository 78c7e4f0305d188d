import type { ChatMessage } from '../chat-model.ts';
import { castOf } from './characters.ts';
import { createDraw } from './draw.ts';
import { OPENINGS } from './languages.ts';
import { readQuestion } from './question.ts';
import { SELF } from './skills/identity.ts';
import { think } from './think.ts';
import type { Spoken } from './voices/voice.ts';

/** What a character answers to a conversation: always the same for the same seed and conversation. */
export function speak(id: string, messages: readonly ChatMessage[], seed: number): Spoken {
  const { name, voice } = castOf(id);
  const question = readQuestion(messages);
  const said = messages.map(({ role, content }) => `${role}\n${content}`).join('\n');
  const draw = createDraw(`${seed}\n${id}\n${said}`);
  const { text, reasoning } = voice(think(question, draw), question, draw);
  const opening = question.language === 'en' ? '' : `${OPENINGS[question.language]}\n\n`;
  return {
    text: opening + text.replaceAll(SELF, name),
    ...(reasoning !== undefined && { reasoning: reasoning.replaceAll(SELF, name) }),
  };
}
