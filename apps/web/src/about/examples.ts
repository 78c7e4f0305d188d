/** Prints a link that opens the admin page. */
export const adminLinkCommand = 'npx agon admin-link';

/** A configuration with one model whose key comes from the environment. */
export const configExample = `// agon.config.ts
export default {
  models: [
    {
      name: 'My model',
      baseUrl: 'https://models.example.com/v1',
      providerModel: 'my-model-large',
      apiKey: process.env.MY_MODEL_KEY,
    },
  ],
};`;
