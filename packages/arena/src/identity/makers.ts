/** A maker of models, by its names and by the names of its model families, as they appear in answers. */
export interface Maker {
  readonly names: readonly string[];
  readonly families: readonly string[];
}

/**
 * Well-known makers and families. Names that are everyday words on their own (tiers such as "opus", "command", "titan") stand only
 * together with their family, or not at all: an alias is matched wherever a model speaks of itself.
 */
export const makers: readonly Maker[] = [
  { names: ['OpenAI', 'Open AI'], families: ['ChatGPT', 'GPT', 'gpt-oss', 'o1', 'o3', 'o4-mini', 'Codex', 'davinci'] },
  { names: ['Anthropic'], families: ['Claude', 'Claude Opus', 'Claude Sonnet', 'Claude Haiku', '克劳德', 'كلود'] },
  {
    names: ['Google', 'Google DeepMind', 'DeepMind', 'Alphabet', '谷歌', 'جوجل', 'غوغل'],
    families: ['Gemini', 'Gemma', 'Bard', 'PaLM', 'LaMDA', '双子座', 'جيميني'],
  },
  { names: ['Meta', 'Meta AI', 'Facebook'], families: ['Llama', 'Meta Llama', 'Code Llama', 'OPT-175B', 'Galactica'] },
  {
    names: ['Mistral AI', 'Mistral'],
    families: ['Mixtral', 'Magistral', 'Codestral', 'Ministral', 'Pixtral', 'Devstral', 'Le Chat'],
  },
  {
    names: ['Alibaba', 'Alibaba Cloud', 'Tongyi Lab', '阿里巴巴', '阿里云', '通义实验室'],
    families: ['Qwen', 'QwQ', 'Tongyi Qianwen', 'Tongyi', '通义千问', '通义', '千问'],
  },
  {
    names: ['DeepSeek', 'DeepSeek AI', '深度求索'],
    families: ['DeepSeek-R1', 'DeepSeek-V3', 'DeepSeek Coder', 'ديب سيك'],
  },
  { names: ['xAI', 'X.AI'], families: ['Grok'] },
  {
    names: ['Microsoft', '微软', 'مايكروسوفت'],
    families: ['Copilot', 'Phi-3', 'Phi-4', 'WizardLM', 'Orca 2', 'Bing Chat'],
  },
  {
    names: ['Amazon', 'AWS', 'Amazon Web Services'],
    families: ['Amazon Nova', 'Amazon Titan', 'Nova Pro', 'Nova Lite'],
  },
  { names: ['Cohere', 'Cohere For AI', 'Cohere Labs'], families: ['Command R', 'Command A', 'Aya Expanse'] },
  { names: ['NVIDIA'], families: ['Nemotron', 'Llama Nemotron'] },
  { names: ['IBM', 'IBM Research'], families: ['IBM Granite', 'Granite', 'watsonx'] },
  { names: ['AI21 Labs', 'AI21'], families: ['Jamba', 'Jurassic-2'] },
  { names: ['Allen Institute for AI', 'Ai2', 'AllenAI'], families: ['OLMo', 'Tülu'] },
  { names: ['Moonshot AI', 'Moonshot', '月之暗面'], families: ['Kimi'] },
  { names: ['Zhipu AI', 'Zhipu', 'Z.ai', '智谱', '智谱清言', '智谱AI'], families: ['ChatGLM', 'GLM'] },
  { names: ['Baidu', '百度'], families: ['ERNIE', 'ERNIE Bot', '文心一言', '文心'] },
  { names: ['Tencent', '腾讯'], families: ['Hunyuan', '混元', '腾讯混元'] },
  { names: ['ByteDance', '字节跳动'], families: ['Doubao', '豆包', 'Seed-OSS'] },
  { names: ['MiniMax', '稀宇科技'], families: ['abab', 'Hailuo'] },
  { names: ['01.AI', '零一万物'], families: ['Yi-34B', 'Yi-Large', 'Yi Lightning'] },
  { names: ['Baichuan', '百川智能', '百川'], families: ['Baichuan2'] },
  { names: ['Shanghai AI Laboratory', 'Shanghai AI Lab', '书生'], families: ['InternLM', 'InternVL', '书生浦语'] },
  { names: ['iFlytek', '科大讯飞', '讯飞'], families: ['SparkDesk', '讯飞星火'] },
  { names: ['StepFun', '阶跃星辰'], families: ['Step-2', 'Step-3'] },
  { names: ['Databricks', 'MosaicML'], families: ['DBRX', 'MPT-7B', 'MPT-30B'] },
  { names: ['Stability AI'], families: ['StableLM', 'Stable Beluga'] },
  { names: ['TII', 'Technology Innovation Institute'], families: ['Falcon LLM', 'Falcon 3'] },
  { names: ['Inflection AI', 'Inflection'], families: ['Inflection-2', 'Inflection-3'] },
  { names: ['Reka AI', 'Reka'], families: ['Reka Core', 'Reka Flash'] },
  { names: ['Perplexity', 'Perplexity AI'], families: ['Sonar Pro', 'Sonar Large'] },
  { names: ['Nous Research'], families: ['Nous Hermes', 'Hermes 3', 'Hermes 4'] },
  { names: ['LMSYS'], families: ['Vicuna', 'FastChat'] },
  { names: ['Hugging Face', 'HuggingFaceH4'], families: ['SmolLM', 'Zephyr', 'HuggingChat', 'StarCoder'] },
  { names: ['Aleph Alpha'], families: ['Luminous Supreme', 'Pharia'] },
  { names: ['Upstage'], families: ['SOLAR-10.7B', 'Solar Pro'] },
  { names: ['LG AI Research'], families: ['EXAONE'] },
  { names: ['Naver'], families: ['HyperCLOVA', 'HyperCLOVA X'] },
  { names: ['Sber', 'Сбер'], families: ['GigaChat', 'ГигаЧат'] },
  { names: ['Yandex', 'Яндекс'], families: ['YandexGPT', 'Алиса'] },
  { names: ['Swiss AI'], families: ['Apertus'] },
  { names: ['Liquid AI'], families: ['LFM2'] },
  { names: ['Writer'], families: ['Palmyra'] },
  { names: ['SDAIA', 'سدايا'], families: ['ALLaM', 'علام'] },
  { names: ['Stanford'], families: ['Alpaca'] },
];
