/** An element of an XML document as it was read: namespaces resolved, entities replaced, comments left out. */
export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** The address that the prefix stands for, or '' where there is none. */
  namespace: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The text of the element itself, as it stands; '' where it has elements only. */
  text: string;
}

/** The elements at the end of a path, in the order of the document: `elementsAt(root, 'GrpHdr', 'MsgId')`. */
export function elementsAt(element: XmlElement, ...path: string[]): XmlElement[] {
  return path.reduce(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

/** The text of the first element at the end of a path, trimmed; `null` where there is none or it is empty. */
export function textAt(element: XmlElement, ...path: string[]): string | null {
  return elementsAt(element, ...path)[0]?.text.trim() || null;
}
