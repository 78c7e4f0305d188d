/** Questions to start with: hard enough to tell models apart, short enough to read. */
export const gallery = {
  writing: {
    name: 'Writing',
    one: 'Write the opening paragraph of a detective story in which the detective is the least observant person in the room.',
    two: 'Rewrite this so that a tired person understands it at once: “Pursuant to the aforementioned provisions, the lessee shall be deemed to have consented unless notice is furnished.”',
    three: 'Write a toast for a friend’s wedding: warm, three sentences, one good joke, no clichés.',
    four: 'Describe rain to someone who has lived underground all their life.',
  },
  reasoning: {
    name: 'Reasoning',
    one: 'Three friends share a taxi. One leaves after a third of the way, one after two thirds, one at the end. The fare is 54. Give two fair ways to split it and say which you prefer.',
    two: 'I have a 3-litre and a 5-litre jug and no other measure. How do I get exactly 4 litres? Then show whether 7 litres can be had.',
    three:
      'A test for a rare disease (1 in 1,000) is right 99% of the time for sick and healthy alike. Mine came back positive. How worried should I be, and why?',
    four: 'Is it possible for it to be Tuesday in three different places on Earth with three different dates? Explain.',
  },
  code: {
    name: 'Code',
    one: 'Write a Python function that merges overlapping intervals, with three tests that would catch the usual mistakes.',
    two: 'Explain what this does and where it breaks: `const sorted = list.sort((a, b) => a > b);`',
    three:
      'Given tables orders(id, customer, placed_at, total), write SQL for each customer’s largest order in the last 30 days, and say how ties are handled.',
    four: 'Write a shell one-liner that finds the ten largest files under a folder, and explain each part.',
  },
  explain: {
    name: 'Explain',
    one: 'Why is the night sky dark, if there are stars in every direction?',
    two: 'Explain Bayes’ theorem with a formula and with an example from a kitchen.',
    three: 'What does a central bank actually do when it “raises rates”? Follow one euro through the system.',
    four: 'Explain how a transistor amplifies, to a curious twelve-year-old.',
  },
  everyday: {
    name: 'Everyday',
    one: 'I have eggs, rice, half a cabbage and twenty minutes. What do I cook? Give exact steps.',
    two: 'Plan a rainy Saturday in a small flat with a four-year-old and a tired parent.',
    three: 'Help me write to my landlord: the heating has failed twice this month. Polite, firm, with a date.',
    four: 'Compare renting and buying a washing machine for a shared flat of three over two years.',
  },
  languages: {
    name: 'Languages',
    one: 'Translate “It’s not rocket science” into German, Japanese and Arabic, and say what each version really conveys.',
    two: 'Écris un court dialogue au marché, niveau A2, avec cinq mots soulignés et leur traduction en anglais.',
    three: 'What is the difference between “ser” and “estar”? Five example pairs where the choice changes the meaning.',
    four: 'اكتب فقرة قصيرة عن القهوة ثم ترجمها إلى الإنجليزية.',
  },
};
