import { type Field, type JsonSchema, keyOf, type RecordType, type Type } from './type.ts';

/**
 * The JSON Schema (draft 2020-12) of a document that a record type describes, for editors that know YAML by schema.
 * It accepts what the format accepts and in places more: what cannot be said in it, the checks say. A key may be
 * there without a value.
 * @param required the keys, as the file writes them, without which the document is another one
 */
export function jsonSchemaOf(type: RecordType, title: string, required: readonly string[] = []): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...objectOf(type),
    ...(required.length > 0 && { required: [...required] }),
  };
}

function schemaOf(type: Type): JsonSchema {
  switch (type.kind) {
    case 'scalar':
      return type.json;
    case 'list': {
      const one = schemaOf(type.of);
      return { anyOf: [{ type: 'array', items: one }, one] };
    }
    case 'map':
      return { type: 'object', additionalProperties: nullable(schemaOf(type.of)) };
    case 'record': {
      const single = type.shorthand === undefined ? undefined : type.fields[type.shorthand];
      return single ? { anyOf: [objectOf(type), schemaOf(single.type)] } : objectOf(type);
    }
  }
}

function objectOf({ fields }: RecordType): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [name, { type, doc, aliases }] of Object.entries<Field>(fields))
    for (const key of [keyOf(name), ...(aliases ?? [])])
      properties[key] = { description: doc, ...nullable(schemaOf(type)) };
  return { type: 'object', properties };
}

function nullable(schema: JsonSchema): JsonSchema {
  const nothing: JsonSchema = { type: 'null' };
  return Array.isArray(schema['anyOf'])
    ? { ...schema, anyOf: [...schema['anyOf'], nothing] }
    : { anyOf: [schema, nothing] };
}
