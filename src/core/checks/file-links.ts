import { isDone } from '../commitments/plan.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Milestone } from '../schema/agreement.ts';
import { filesOfLink } from '../text/link.ts';
import type { Value } from '../text/value.ts';

/** A place in an agreement that points to a file. */
export interface FileLink {
  readonly at: Value<string>;
  /** The files that it may mean, as canonical URIs: any of them will do. */
  readonly files: readonly string[];
  /** The milestone that it proves; absent for a link of the body. */
  readonly milestone?: Milestone;
}

/** What is a path even where it might be words: it says where it begins. */
const RELATIVE = /^<?\.{1,2}[/\\]/;
/** A name without blanks that ends as documents, sheets, pictures, letters and recordings do. */
const FILE =
  /^\S+\.(?:csv|docx?|eml|gif|heic|html?|jpe?g|json|m4a|markdown|md|mov|mp[34]|msg|od[gpst]|p7s|pdf|png|pptx?|rtf|svg|tiff?|txt|webp|xlsx?|xml|zip)(?:[?#]\S*)?$/i;

/**
 * All places in an agreement and its notes that point to a file by a relative path: the evidence of what is done, and
 * the links and images of the body. Evidence of what is still to come may say where it will be.
 */
export function fileLinksIn({ terms, body }: Agreement): readonly FileLink[] {
  const links: FileLink[] = [];
  const add = (at: Value<string>, milestone?: Milestone) => {
    const files = filesOf(at);
    if (files.length > 0) links.push({ at, files, ...(milestone && { milestone }) });
  };
  for (const milestone of terms.milestones) {
    const { evidence, completed } = milestone;
    if (isDone(milestone)) for (const proof of evidence) if (isPath(proof)) add(proof, milestone);
    for (const { evidence: proof } of completed) if (proof && isPath(proof)) add(proof, milestone);
  }
  for (const { links: written } of body.sections) for (const at of written) add(at);
  return links;
}

/** What stands as evidence may also be words: “statement 2, e-mail to maren”. */
function isPath({ value }: Value<string>): boolean {
  return RELATIVE.test(value.trim()) || FILE.test(value.trim());
}

const known = new WeakMap<Value<string>, readonly string[]>();

/** A value stays as long as its text does, and so does where it leads. */
function filesOf(at: Value<string>): readonly string[] {
  let files = known.get(at);
  if (!files) {
    files = filesOfLink(at.document, at.value.trim().replace(/^<(.*)>$/, '$1'));
    known.set(at, files);
  }
  return files;
}
