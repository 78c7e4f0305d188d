/** Questions about what the models were trained on: the project's own documents. */
export const prompts: readonly string[] = [
  'What is a board?',
  'How are votes counted?',
  'Explain intervals.',
  'Which file formats are read?',
  'What does a ledger hold?',
  'When are two models tied?',
  'What is a battle?',
  'How is a rating made?',
  'What does the command rank print?',
  'Why are voters clustered?',
  'What is a control?',
  'How do I verify a snapshot?',
];
