import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of the structure tree: its tag, and the text below it in reading order. */
export interface Tagged {
  role: string;
  text: string;
  children: Tagged[];
}

export interface ReadPdf {
  pages: number;
  title: string;
  language: string;
  /** That it says it follows. */
  standards: string[];
  isTagged: boolean;
  displaysTitle: boolean;
  /** Bookmarks, each with its depth. */
  bookmarks: string[];
  /** One for each page. */
  trees: Tagged[];
  /** Where the text that goes furthest ends, points from the left edge of the page. */
  rightEdge: number;
  fonts: { name: string; isEmbedded: boolean }[];
}

interface Node {
  role?: string;
  children?: Node[];
  type?: string;
  id?: string;
}
interface Bookmark {
  title: string;
  items: Bookmark[];
}

/** Reads a PDF as those who do not see it do: by its tags, in their order. */
export async function readPdf(content: Buffer): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  const { info: told, metadata } = await document.getMetadata();
  const info = told as { Title: string; Language: string };
  const [archive, level, accessible] = ['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'].map(
    (name) => metadata?.get(name) as unknown as string | null,
  );
  const preferences = await document.getViewerPreferences();
  const pages: { tree: Tagged; rightEdge: number }[] = [];
  for (let page = 1; page <= document.numPages; page += 1)
    pages.push(await readPage(await document.getPage(page)));
  return {
    pages: document.numPages,
    title: info.Title,
    language: info.Language,
    standards: [
      ...(archive ? [`PDF/A-${archive}${level ?? ''}`] : []),
      ...(accessible ? [`PDF/UA-${accessible}`] : []),
    ],
    isTagged: (await document.getMarkInfo())?.Marked === true,
    displaysTitle: Object.entries(preferences ?? {}).some(
      ([name, on]) => name === 'DisplayDocTitle' && on === true,
    ),
    bookmarks: listed(await document.getOutline()),
    trees: pages.map(({ tree }) => tree),
    rightEdge: Math.max(...pages.map((page) => page.rightEdge)),
    fonts: fontsOf(content),
  };
}

/** Every element with one of the tags, in reading order. */
export function tagged({ trees }: Pick<ReadPdf, 'trees'>, ...roles: string[]): Tagged[] {
  const below = (each: Tagged): Tagged[] => [
    ...(roles.includes(each.role) ? [each] : []),
    ...each.children.flatMap(below),
  ];
  return trees.flatMap(below);
}

/** The tags that hold text, one line for each: what a screen reader goes through. */
export function asRead({ trees }: Pick<ReadPdf, 'trees'>): string {
  const lines = (each: Tagged, depth: number): string[] =>
    ['H1', 'H2', 'P', 'LBody', 'TH', 'TD', 'Caption', 'Span'].includes(each.role) ||
    each.children.length === 0
      ? [`${each.role}: ${each.text}`]
      : each.children.flatMap((child) => lines(child, depth + 1));
  return `${trees.flatMap((tree) => lines(tree, 0)).join('\n')}\n`;
}

async function readPage(page: PDFPageProxy): Promise<{ tree: Tagged; rightEdge: number }> {
  let rightEdge = 0;
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if (!('type' in item)) {
      rightEdge = Math.max(rightEdge, (item.transform as number[])[4]! + item.width);
      const id = open.findLast((each) => each !== null);
      if (id) texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push((item as { id?: string }).id ?? null);
  }
  return { tree: read(await page.getStructTree(), texts), rightEdge };
}

function read(node: Node, texts: Map<string, string>): Tagged {
  const parts = (node.children ?? []).map((child) =>
    child.type === 'content' ? (texts.get(child.id!) ?? '') : read(child, texts),
  );
  const children = parts.filter((part) => typeof part !== 'string');
  const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join(' ');
  return { role: node.role ?? '', text: text.replace(/\s+/g, ' ').trim(), children };
}

function listed(bookmarks: Bookmark[] | null, depth = 1): string[] {
  return (bookmarks ?? []).flatMap(({ title, items }) => [`${depth} ${title}`, ...listed(items, depth + 1)]);
}

/** As the file itself describes its fonts: an embedded one has its program. */
function fontsOf(content: Buffer): ReadPdf['fonts'] {
  const descriptors = content.toString('latin1').matchAll(/\/Type \/FontDescriptor([\s\S]*?)>>\s*endobj/g);
  return [...descriptors].map(([, described]) => ({
    name: /\/FontName \/(\S+)/.exec(described!)?.[1] ?? '',
    isEmbedded: /\/FontFile[23]? \d+ \d+ R/.test(described!),
  }));
}
