/** Prints a link that opens the admin page. */
export const adminLinkCommand = 'npx agon admin-link';

/** A configuration file with the two models that a battle needs; the key of one comes from the environment. */
export const configExample = `{
  "models": [
    {
      "name": "Llama 3.2",
      "baseUrl": "http://127.0.0.1:11434/v1",
      "model": "llama3.2"
    },
    {
      "name": "Hosted",
      "baseUrl": "https://api.example.com/v1",
      "model": "large-2",
      "apiKeyEnv": "EXAMPLE_KEY"
    }
  ]
}`;
