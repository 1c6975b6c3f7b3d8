// Judges a certificate as `passerelle certificate verify` does, in the browser and without a network: Open Badges 3.0 as
// JSON with a Data Integrity proof (eddsa-rdfc-2022) or as JWT (ES256, RS256). What this does not know, it refuses.
"use strict";
const Certificate = (() => {
  const sizeLimit = 262144;
  const depthLimit = 32;
  const utf8 = new TextEncoder();
  // A character for each byte; those beyond ASCII have no place where this is used.
  const bare = (bytes) => new TextDecoder("windows-1252").decode(bytes);

  // Why a document is not a valid certificate: the problem's name, and what its sentence speaks of.
  class Problem extends Error {
    constructor(id, ...about) {
      super(id);
      this.id = id;
      this.about = about;
    }
  }

  // --- JSON by the letter of RFC 8259; objects keep their members' order, numbers their spelling -------------------

  class JSONProblem extends Error {}

  class Reader {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }
    static read(bytes) {
      const reader = new Reader(bytes);
      const value = reader.value(0);
      reader.skip();
      if (reader.at !== bytes.length) throw new JSONProblem();
      return value;
    }
    skip() {
      while ([0x20, 0x09, 0x0a, 0x0d].includes(this.bytes[this.at])) this.at += 1;
    }
    take(character) {
      if (this.bytes[this.at] !== character.charCodeAt(0)) return false;
      this.at += 1;
      return true;
    }
    expect(character) {
      if (!this.take(character)) throw new JSONProblem();
    }
    value(depth) {
      if (depth > depthLimit) throw new JSONProblem();
      this.skip();
      switch (String.fromCharCode(this.bytes[this.at] ?? 0)) {
        case "{": return this.object(depth + 1);
        case "[": return this.array(depth + 1);
        case '"': return { kind: "string", text: this.string() };
        case "t": return this.literal("true", { kind: "bool", flag: true });
        case "f": return this.literal("false", { kind: "bool", flag: false });
        case "n": return this.literal("null", { kind: "null" });
        default: return { kind: "number", spelling: this.number() };
      }
    }
    literal(word, value) {
      for (const letter of word) this.expect(letter);
      return value;
    }
    object(depth) {
      const members = [];
      const names = new Set();
      this.at += 1;
      this.skip();
      if (this.take("}")) return { kind: "object", members };
      for (;;) {
        this.skip();
        if (this.bytes[this.at] !== 0x22) throw new JSONProblem();
        const name = this.string();
        if (names.has(name)) throw new Problem("DuplicateMember", name);
        names.add(name);
        this.skip();
        this.expect(":");
        members.push([name, this.value(depth)]);
        this.skip();
        if (this.take("}")) return { kind: "object", members };
        this.expect(",");
      }
    }
    array(depth) {
      const items = [];
      this.at += 1;
      this.skip();
      if (this.take("]")) return { kind: "array", items };
      for (;;) {
        items.push(this.value(depth));
        this.skip();
        if (this.take("]")) return { kind: "array", items };
        this.expect(",");
      }
    }
    number() {
      const start = this.at;
      this.take("-");
      if (!this.take("0")) this.digits();
      if (this.take(".")) this.digits();
      if (this.take("e") || this.take("E")) {
        if (!this.take("+")) this.take("-");
        this.digits();
      }
      return bare(this.bytes.slice(start, this.at));
    }
    digits() {
      const start = this.at;
      while (this.bytes[this.at] >= 0x30 && this.bytes[this.at] <= 0x39) this.at += 1;
      if (this.at === start) throw new JSONProblem();
    }
    string() {
      this.at += 1;
      const content = [];
      for (;;) {
        const byte = this.bytes[this.at];
        if (byte === undefined || byte < 0x20) throw new JSONProblem();
        this.at += 1;
        if (byte === 0x22) return decoded(content);
        if (byte === 0x5c) for (const one of utf8.encode(this.escape())) content.push(one);
        else content.push(byte);
      }
    }
    escape() {
      const letter = String.fromCharCode(this.bytes[this.at] ?? 0);
      this.at += 1;
      if (letter === "u") return this.escaped();
      const meaning = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }[letter];
      if (meaning === undefined) throw new JSONProblem();
      return meaning;
    }
    escaped() {
      const first = this.unit();
      if (first < 0xd800 || first > 0xdfff) return String.fromCharCode(first);
      if (first >= 0xdc00 || !this.take("\\") || !this.take("u")) throw new JSONProblem();
      const second = this.unit();
      if (second < 0xdc00 || second > 0xdfff) throw new JSONProblem();
      return String.fromCharCode(first, second);
    }
    unit() {
      const digits = String.fromCharCode(...this.bytes.slice(this.at, this.at + 4));
      if (!/^[0-9A-Fa-f]{4}$/.test(digits)) throw new JSONProblem();
      this.at += 4;
      return parseInt(digits, 16);
    }
  }

  const decoded = (bytes) => {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
    } catch {
      throw new JSONProblem();
    }
  };

  // The value that some bytes write, or the problem that they are none.
  const readJSON = (bytes, part) => {
    try {
      return Reader.read(bytes);
    } catch (problem) {
      if (problem instanceof JSONProblem) throw new Problem(`MalformedJSON:${part}`);
      throw problem;
    }
  };

  const member = (value, name) =>
    value?.kind === "object" ? value.members.find(([own]) => own === name)?.[1] : undefined;
  const text = (value) => (value?.kind === "string" ? value.text : undefined);
  const items = (value) => (value?.kind === "array" ? value.items : undefined);
  const without = (value, name) => ({ kind: "object", members: value.members.filter(([own]) => own !== name) });
  const wholeNumber = (value) => {
    if (value?.kind !== "number" || !/^-?\d+$/.test(value.spelling)) return undefined;
    const number = BigInt(value.spelling);
    return BigInt.asIntN(64, number) === number ? number : undefined;
  };

  // The value from what JavaScript writes for it; numbers do not occur.
  const value = (plain) => {
    if (typeof plain === "string") return { kind: "string", text: plain };
    if (typeof plain === "boolean") return { kind: "bool", flag: plain };
    if (Array.isArray(plain)) return { kind: "array", items: plain.map(value) };
    return { kind: "object", members: Object.entries(plain).map(([name, one]) => [name, value(one)]) };
  };

  const isEqual = (a, b) => {
    if (a === undefined || b === undefined) return a === b;
    if (a.kind !== b.kind) return false;
    switch (a.kind) {
      case "null": return true;
      case "bool": return a.flag === b.flag;
      case "number": return a.spelling === b.spelling;
      case "string": return a.text === b.text;
      case "array": return a.items.length === b.items.length && a.items.every((one, place) => isEqual(one, b.items[place]));
      default:
        return a.members.length === b.members.length
          && a.members.every(([name, one], place) => name === b.members[place][0] && isEqual(one, b.members[place][1]));
    }
  };

  // --- Texts and moments ---------------------------------------------------------------------------------------------

  const isURI = (candidate) =>
    /^[A-Za-z][A-Za-z0-9+.-]*:./su.test(candidate) && !/[\u0000-\u0020<>"{}|\\^`\u007f]/u.test(candidate);

  // Milliseconds since 1970, or undefined where the text is no moment of the calendar in UTC.
  const moment = (written) => {
    const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z$/.exec(written);
    if (!found) return undefined;
    const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    const isDay = year > 0 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    if (!isDay || hour > 23 || minute > 59 || second > 59) return undefined;
    return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + Number((found[7] ?? "").padEnd(3, "0"));
  };

  // In the order of the texts' bytes in UTF-8, which is that of their code points.
  const inOrder = (a, b) => {
    const [one, other] = [utf8.encode(a), utf8.encode(b)];
    const end = Math.min(one.length, other.length);
    for (let place = 0; place < end; place += 1) if (one[place] !== other[place]) return one[place] - other[place];
    return one.length - other.length;
  };

  const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const fromBase58 = (written) => {
    const zeros = /^1*/.exec(written)[0].length;
    const bytes = [];
    for (const character of written.slice(zeros)) {
      let carry = base58.indexOf(character);
      if (carry < 0) return undefined;
      for (let place = 0; place < bytes.length; place += 1) {
        carry += bytes[place] * 58;
        bytes[place] = carry & 0xff;
        carry >>= 8;
      }
      for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
    }
    return Uint8Array.from([...Array(zeros).fill(0), ...bytes.reverse()]);
  };
  const toBase58 = (bytes) => {
    const zeros = bytes.findIndex((byte) => byte !== 0);
    const digits = [];
    for (const byte of bytes) {
      let carry = byte;
      for (let place = 0; place < digits.length; place += 1) {
        carry += digits[place] << 8;
        digits[place] = carry % 58;
        carry = Math.floor(carry / 58);
      }
      for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58);
    }
    return "1".repeat(zeros < 0 ? bytes.length : zeros) + digits.reverse().map((digit) => base58[digit]).join("");
  };

  const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const toBase64URL = (bytes) => {
    let [written, pending, bits] = ["", 0, 0];
    for (const byte of bytes) {
      pending = ((pending << 8) | byte) & 0xffff;
      for (bits += 8; bits >= 6; ) written += base64[(pending >> (bits -= 6)) & 0x3f];
    }
    return bits > 0 ? written + base64[(pending << (6 - bits)) & 0x3f] : written;
  };
  // The bytes, or undefined where they would not be written so: one signature has one spelling.
  const fromBase64URL = (characters) => {
    const bytes = [];
    let [pending, bits] = [0, 0];
    for (const character of characters) {
      const digit = base64.indexOf(character);
      if (digit < 0) return undefined;
      pending = ((pending << 6) | digit) & 0xffff;
      bits += 6;
      if (bits >= 8) bytes.push((pending >> (bits -= 8)) & 0xff);
    }
    return bits < 6 && (pending & ((1 << bits) - 1)) === 0 ? Uint8Array.from(bytes) : undefined;
  };

  // --- What values members may have (Open Badges 3.0, appendix B.1) ---------------------------------------------------

  const required = (name, shape) => ({ name, shape, isRequired: true });
  const optional = (name, shape) => ({ name, shape, isRequired: false });
  const list = (shape) => ({ list: shape });
  const object = (...members) => ({ members });
  const exactly = (...plain) => ({ oneOf: plain.map(value) });

  const contexts = [
    "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ];
  const types = [["VerifiableCredential", "OpenBadgeCredential"], ["VerifiableCredential", "AchievementCredential"]];

  const credentialMembers = [
    required("@context", exactly(contexts)), required("id", "uri"), required("type", exactly(...types)),
    optional("name", "text"),
    required("issuer", object(
      required("id", "uri"), required("type", exactly(["Profile"])), required("name", "text"), optional("url", "uri"),
      optional("official", "text"))),
    required("validFrom", "moment"), optional("validUntil", "moment"), optional("awardedDate", "moment"),
    required("credentialSubject", object(
      required("id", "uri"), required("type", exactly(["AchievementSubject"])),
      required("identifier", list(object(
        required("type", exactly("IdentityObject")), required("hashed", exactly(false)), required("identityHash", "text"),
        required("identityType", exactly("name"))))),
      optional("role", "text"), optional("narrative", "text"),
      optional("result", list(object(
        required("type", exactly(["Result"])), required("resultDescription", "uri"), required("status", exactly("Completed")),
        optional("value", "text")))),
      required("achievement", object(
        required("id", "uri"), required("type", exactly(["Achievement"])),
        optional("achievementType", exactly("CertificateOfCompletion")), optional("inLanguage", "text"),
        required("name", "text"), required("description", "text"),
        required("criteria", object(optional("id", "uri"), optional("narrative", "text"))),
        optional("alignment", list(object(
          required("type", exactly(["Alignment"])), required("targetName", "text"), required("targetUrl", "uri"),
          optional("targetFramework", "text"), optional("targetCode", "text"), optional("targetDescription", "text")))),
        optional("resultDescription", list(object(
          required("id", "uri"), required("type", exactly(["ResultDescription"])), required("name", "text"),
          required("resultType", exactly("Status")))))))),
    ),
    optional("evidence", list(object(
      required("type", exactly(["Evidence"])), required("name", "text"), required("narrative", "text")))),
    optional("credentialStatus", object(
      required("type", exactly("BitstringStatusListEntry")), required("statusPurpose", exactly("revocation")),
      required("statusListIndex", "index"), required("statusListCredential", "uri"))),
  ];
  const shapes = {
    credential: object(...credentialMembers),
    payload: object(
      ...credentialMembers, required("iss", "uri"), required("jti", "uri"), required("sub", "uri"),
      required("nbf", "seconds"), optional("exp", "seconds")),
    proof: object(
      required("type", exactly("DataIntegrityProof")), required("cryptosuite", exactly("eddsa-rdfc-2022")),
      required("created", "moment"), required("verificationMethod", "uri"),
      required("proofPurpose", exactly("assertionMethod")), required("proofValue", "text")),
    statusList: object(
      required("@context", exactly([contexts[0]])), required("id", "uri"),
      required("type", exactly(["VerifiableCredential", "BitstringStatusListCredential"])), required("issuer", "uri"),
      required("validFrom", "moment"),
      required("credentialSubject", object(
        required("id", "uri"), required("type", exactly("BitstringStatusList")),
        required("statusPurpose", exactly("revocation")), required("encodedList", "text")))),
  };

  const isOfKind = {
    text: (one) => text(one) !== undefined && one.text !== "",
    uri: (one) => text(one) !== undefined && isURI(one.text),
    moment: (one) => text(one) !== undefined && moment(one.text) !== undefined,
    seconds: (one) => wholeNumber(one) !== undefined,
    index: (one) => /^(0|[1-9]\d*)$/.test(text(one) ?? "") && BigInt(one.text) < 1n << 63n,
  };

  // Throws the first way in which a value differs from a shape, in the order of the value's members.
  const hold = (one, shape, path = "") => {
    if (typeof shape === "string") {
      if (!isOfKind[shape](one)) throw new Problem("SchemaViolated", path);
    } else if (shape.oneOf) {
      if (!shape.oneOf.some((expected) => isEqual(one, expected))) throw new Problem("SchemaViolated", path);
    } else if (shape.list) {
      if (!items(one)?.length) throw new Problem("SchemaViolated", path);
      one.items.forEach((item, place) => hold(item, shape.list, `${path}[${place}]`));
    } else {
      if (one.kind !== "object") throw new Problem("SchemaViolated", path);
      const prefix = path === "" ? "" : path + ".";
      for (const [name, own] of one.members) {
        const wanted = shape.members.find((known) => known.name === name);
        if (!wanted) throw new Problem("MemberUnexpected", prefix + name);
        hold(own, wanted.shape, prefix + name);
      }
      const missing = shape.members.find(({ name, isRequired }) => isRequired && member(one, name) === undefined);
      if (missing) throw new Problem("MemberMissing", prefix + missing.name);
    }
  };

  // --- Keys -----------------------------------------------------------------------------------------------------------

  const kinds = [
    { name: "p256", prefix: [0x80, 0x24], least: 33, most: 33, algorithm: "ES256" },
    { name: "ed25519", prefix: [0xed, 0x01], least: 32, most: 32 },
    { name: "rsa", prefix: [0x85, 0x24], least: 256, most: 540, algorithm: "RS256" },
  ];

  // The key that its multibase form writes, by kind and bytes.
  const keyInMultibase = (written) => {
    if (!written.startsWith("z") || utf8.encode(written).length > 800) return undefined;
    const bytes = fromBase58(written.slice(1));
    const kind = bytes && kinds.find(({ prefix }) => prefix.every((byte, place) => bytes[place] === byte));
    const own = kind && bytes.slice(kind.prefix.length);
    return own && own.length >= kind.least && own.length <= kind.most ? { kind, bytes: own } : undefined;
  };
  const multibase = ({ kind, bytes }) => "z" + toBase58([...kind.prefix, ...bytes]);

  const prime = (1n << 256n) - (1n << 224n) + (1n << 192n) + (1n << 96n) - 1n;
  const curveB = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
  const power = (base, exponent) => {
    let [result, factor] = [1n, base % prime];
    for (let rest = exponent; rest > 0n; rest >>= 1n) {
      if (rest & 1n) result = (result * factor) % prime;
      factor = (factor * factor) % prime;
    }
    return result;
  };
  const number = (bytes) => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const bytesOf = (one, count) => Uint8Array.from({ length: count }, (_, place) => Number((one >> BigInt(8 * (count - 1 - place))) & 0xffn));
  const ordinate = (x) => {
    const square = (((x * x * x - 3n * x + curveB) % prime) + prime) % prime;
    const root = power(square, (prime + 1n) / 4n);
    return (root * root) % prime === square ? root : undefined;
  };

  // RFC 8017, appendix A.1.1, in the one spelling that DER allows.
  const rsaNumbers = (der) => {
    let at = 0;
    const field = (tag) => {
      if (der[at] !== tag) return undefined;
      let [length, start] = [der[at + 1], at + 2];
      if (length > 0x80) {
        const count = length - 0x80;
        if (count > 2 || der[start] === 0) return undefined;
        length = Number(number(der.slice(start, start + count)));
        start += count;
        if (length < (count === 1 ? 0x80 : 0x100)) return undefined;
      } else if (length === 0x80) {
        return undefined;
      }
      at = start + length;
      return at <= der.length ? der.slice(start, at) : undefined;
    };
    const body = field(0x30);
    if (!body || at !== der.length) return undefined;
    at = der.length - body.length;
    const [n, e] = [field(0x02), field(0x02)];
    if (!n || !e || at !== der.length) return undefined;
    const isSmallest = (one) => one.length > 0 && one[0] < 0x80 && (one.length === 1 || one[0] !== 0 || one[1] >= 0x80);
    if (!isSmallest(n) || !isSmallest(e)) return undefined;
    const unsigned = (one) => (one[0] === 0 ? one.slice(1) : one);
    return { n: unsigned(n), e: unsigned(e) };
  };
  const derInteger = (bytes) => {
    const own = bytes[0] >= 0x80 ? [0, ...bytes] : [...bytes];
    return [0x02, ...derLength(own.length), ...own];
  };
  const derLength = (length) =>
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  const rsaDER = ({ n, e }) => {
    const body = [...derInteger(n), ...derInteger(e)];
    return Uint8Array.from([0x30, ...derLength(body.length), ...body]);
  };

  // A key that can verify, with its JSON Web Key; undefined where it is no key of its kind.
  const verificationKey = (key) => {
    if (!key) return undefined;
    if (key.kind.name === "ed25519") return { ...key, jwk: { crv: "Ed25519", kty: "OKP", x: toBase64URL(key.bytes) } };
    if (key.kind.name === "p256") {
      const x = number(key.bytes.slice(1));
      if (![2, 3].includes(key.bytes[0]) || x >= prime) return undefined;
      const root = ordinate(x);
      if (root === undefined) return undefined;
      const y = (root & 1n) === BigInt(key.bytes[0] & 1) ? root : prime - root;
      return { ...key, jwk: { crv: "P-256", kty: "EC", x: toBase64URL(key.bytes.slice(1)), y: toBase64URL(bytesOf(y, 32)) } };
    }
    const numbers = rsaNumbers(key.bytes);
    const bits = numbers ? number(numbers.n).toString(2).length : 0;
    if (bits < 2048 || bits > 4096 || (numbers.e.at(-1) & 1) === 0) return undefined;
    return { ...key, jwk: { e: toBase64URL(numbers.e), kty: "RSA", n: toBase64URL(numbers.n) } };
  };

  // The key in a JSON Web Key of a document; one that carries a private part is none.
  const keyInJWK = (jwk) => {
    const bytes = (name) => fromBase64URL(text(member(jwk, name)) ?? "=");
    if (member(jwk, "d") !== undefined) return undefined;
    const [kty, crv] = [text(member(jwk, "kty")), text(member(jwk, "crv"))];
    if (kty === "EC" && crv === "P-256") {
      const [x, y] = [bytes("x"), bytes("y")];
      if (x?.length !== 32 || y?.length !== 32 || number(x) >= prime || number(y) >= prime) return undefined;
      const root = ordinate(number(x));
      if (root === undefined || (number(y) !== root && number(y) !== prime - root)) return undefined;
      return verificationKey({ kind: kinds[0], bytes: Uint8Array.from([2 + (y[31] & 1), ...x]) });
    }
    if (kty === "OKP" && crv === "Ed25519") {
      const x = bytes("x");
      return x?.length === 32 ? verificationKey({ kind: kinds[1], bytes: x }) : undefined;
    }
    if (kty === "RSA" && crv === undefined) {
      const [n, e] = [bytes("n"), bytes("e")];
      if (!n?.length || !e?.length) return undefined;
      const unsigned = (one) => one.slice(Math.max(0, one.findIndex((byte) => byte !== 0)));
      return verificationKey({ kind: kinds[2], bytes: rsaDER({ n: unsigned(n), e: unsigned(e) }) });
    }
    return undefined;
  };

  // The key of a did:key in its one spelling.
  const didKey = (did) => {
    if (!did.startsWith("did:key:z") || did.length > 800) return undefined;
    const key = verificationKey(keyInMultibase(did.slice("did:key:".length)));
    return key && "did:key:" + multibase(key) === did ? key : undefined;
  };
  const isDID = (candidate) =>
    candidate.length <= 800 && /^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/.test(candidate)
    && (!candidate.startsWith("did:key:") || didKey(candidate) !== undefined);

  const documentURL = (did) => {
    const parts = did.split(":").slice(2);
    if (!did.startsWith("did:web:") || parts.length === 0 || parts.includes("")) return undefined;
    const path = parts.length === 1 ? "/.well-known" : parts.slice(1).map((part) => "/" + part).join("");
    return "https://" + parts[0].replaceAll("%3A", ":") + path + "/did.json";
  };

  // The key that a proof names, if it is its issuer's.
  const keyOf = (method, issuer, knowledge) => {
    if (!isDID(issuer)) throw new Problem("UnsupportedIssuer", issuer);
    const own = didKey(issuer);
    if (own) {
      if (method !== undefined && method !== `${issuer}#${multibase(own)}`) throw new Problem("IssuerKeyMismatch");
      return own;
    }
    const documents = knowledge.documents.filter(({ did }) => did === issuer);
    if (documents.length === 0) {
      const url = documentURL(issuer);
      throw url ? new Problem("IssuerDocumentMissing", issuer, url) : new Problem("UnsupportedIssuer", issuer);
    }
    const found = documents.flatMap(({ keys }) => keys).find(({ id }) => id === method);
    if (!found) throw new Problem("IssuerKeyMismatch");
    return found.key;
  };

  const isSignature = async (key, signature, message) => {
    const ways = {
      p256: [{ name: "ECDSA", namedCurve: "P-256" }, { name: "ECDSA", hash: "SHA-256" }],
      ed25519: [{ name: "Ed25519" }, { name: "Ed25519" }],
      rsa: [{ name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, { name: "RSASSA-PKCS1-v1_5" }],
    };
    if (key.kind.name !== "rsa" && signature.length !== 64) return false;
    const [kind, way] = ways[key.kind.name];
    const own = await crypto.subtle.importKey("jwk", { ...key.jwk }, kind, false, ["verify"]);
    return crypto.subtle.verify(way, own, signature, message);
  };

  // --- JSON-LD by a table of terms, and RDF in its one canonical spelling (RDFC-1.0) ----------------------------------

  const xsd = "http://www.w3.org/2001/XMLSchema#";
  const xsdOfBadges = "https://www.w3.org/2001/XMLSchema#";
  const badges = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
  const schema = "https://schema.org/";
  const credentials = "https://www.w3.org/2018/credentials#";
  const status = "https://www.w3.org/ns/credentials/status#";
  const security = "https://w3id.org/security#";
  // A relation and how its value is read: "plain", "reference", a datatype's IRI, or an object of words.
  const term = (iri, meaning = "plain") => ({ iri, meaning });
  const table = (base, names, meaning) => Object.fromEntries(names.map((name) => [name, term(base + name, meaning)]));

  const commonTerms = {
    ...table(schema, ["name", "description", "inLanguage"]), ...table(badges, ["narrative", "alignment"]),
    url: term(schema + "url", xsdOfBadges + "anyURI"), awardedDate: term(badges + "awardedDate", "xsd:dateTime"),
  };
  const vocabulary = {
    VerifiableCredential: {
      iri: credentials + "VerifiableCredential",
      terms: {
        ...table(credentials, ["credentialStatus", "credentialSubject", "evidence", "issuer"], "reference"),
        ...table(credentials, ["validFrom", "validUntil"], xsd + "dateTime"),
      },
    },
    BitstringStatusListEntry: {
      iri: status + "BitstringStatusListEntry",
      terms: {
        statusListCredential: term(status + "statusListCredential", "reference"),
        ...table(status, ["statusListIndex", "statusPurpose"]),
      },
    },
    BitstringStatusListCredential: { iri: status + "BitstringStatusListCredential", terms: {} },
    BitstringStatusList: {
      iri: status + "BitstringStatusList",
      terms: {
        encodedList: term(status + "encodedList", security + "multibase"), statusPurpose: term(status + "statusPurpose"),
      },
    },
    DataIntegrityProof: {
      iri: security + "DataIntegrityProof",
      terms: {
        created: term("http://purl.org/dc/terms/created", xsd + "dateTime"),
        cryptosuite: term(security + "cryptosuite", security + "cryptosuiteString"),
        proofPurpose: term(security + "proofPurpose", { assertionMethod: security + "assertionMethod" }),
        verificationMethod: term(security + "verificationMethod", "reference"),
      },
    },
    AchievementCredential: { iri: badges + "OpenBadgeCredential", terms: {} },
    OpenBadgeCredential: { iri: badges + "OpenBadgeCredential", terms: {} },
    Profile: { iri: badges + "Profile", terms: table(badges, ["official"]) },
    AchievementSubject: {
      iri: badges + "AchievementSubject",
      terms: {
        ...table(badges, ["achievement", "identifier", "result", "role"]),
        ...table(badges, ["activityStartDate", "activityEndDate"], xsdOfBadges + "date"),
      },
    },
    IdentityObject: {
      iri: badges + "IdentityObject",
      terms: {
        hashed: term(badges + "hashed", xsdOfBadges + "boolean"), ...table(badges, ["identityHash", "identityType"]),
      },
    },
    Achievement: {
      iri: badges + "Achievement",
      terms: {
        ...table(badges, ["achievementType", "resultDescription", "version"]), criteria: term(badges + "Criteria", "reference"),
      },
    },
    Alignment: {
      iri: schema + "AlignmentObject",
      terms: {
        targetCode: term(badges + "targetCode"), ...table(schema, ["targetDescription", "targetFramework", "targetName"]),
        targetUrl: term(schema + "targetUrl", xsdOfBadges + "anyURI"),
      },
    },
    Evidence: { iri: badges + "Evidence", terms: table(schema, ["audience", "genre"]) },
    Result: {
      iri: badges + "Result",
      terms: {
        resultDescription: term(badges + "resultDescription", xsdOfBadges + "anyURI"), status: term(badges + "status"),
        value: term(schema + "value"),
      },
    },
    ResultDescription: { iri: badges + "ResultDescription", terms: table(badges, ["resultType"]) },
  };
  const entry = (dictionary, name) => (Object.hasOwn(dictionary, name) ? dictionary[name] : undefined);

  const escapes = { "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
  const quoted = (characters) =>
    '"' + characters.replace(/[\u0000-\u001f"\\\u007f]/g, (one) =>
      escapes[one] ?? "\\u00" + one.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")) + '"';
  const iri = (characters) => ({ ground: `<${characters}>` });
  const literal = (characters, datatype) => ({
    ground: datatype === xsd + "string" ? quoted(characters) : `${quoted(characters)}^^<${datatype}>`,
  });

  // The statements of an object; a member that a signature would not cover is a problem.
  class LinkedData {
    constructor(prefix) {
      this.prefix = prefix;
      this.quads = [];
      this.blanks = 0;
    }
    uncovered(path) {
      return new Problem("MemberNotCovered", this.prefix + path);
    }
    node(members, path) {
      const prefix = path === "" ? "" : path + ".";
      const find = (name) => members.find(([own]) => own === name)?.[1];
      const id = find("id");
      if (id !== undefined && (text(id) === undefined || !isURI(id.text))) throw this.uncovered(prefix + "id");
      const subject = id === undefined ? { blank: this.blanks++ } : iri(id.text);
      const type = find("type");
      const known = [];
      for (const name of type === undefined ? [] : items(type) ?? [type]) {
        const kind = text(name) === undefined ? undefined : entry(vocabulary, name.text);
        if (!kind || known.some((other) => other.iri === kind.iri)) throw this.uncovered(prefix + "type");
        known.push(kind);
      }
      for (const kind of known) {
        this.quads.push([subject, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", iri(kind.iri)]);
      }
      for (const [name, own] of members) {
        if (name === "id" || name === "type") continue;
        const meaning = known.map(({ terms }) => entry(terms, name)).filter(Boolean).at(-1) ?? entry(commonTerms, name);
        if (!meaning) throw this.uncovered(prefix + name);
        for (const one of this.values(own, meaning, prefix + name)) this.quads.push([subject, `<${meaning.iri}>`, one]);
      }
      return subject;
    }
    values(own, meaning, path) {
      if (own.kind !== "array") return [this.value(own, meaning, path)];
      if (own.items.length === 0) throw this.uncovered(path);
      const known = new Set();
      return own.items.map((item, place) => {
        const one = this.value(item, meaning, `${path}[${place}]`);
        if (one.ground !== undefined && known.has(one.ground)) throw this.uncovered(`${path}[${place}]`);
        known.add(one.ground);
        return one;
      });
    }
    value(own, { meaning }, path) {
      const isOpen = meaning === "plain" || meaning === "reference";
      if (own.kind === "object" && isOpen) return this.node(own.members, path);
      if (own.kind === "string") {
        if (meaning === "plain") return literal(own.text, xsd + "string");
        if (meaning === "reference" && isURI(own.text)) return iri(own.text);
        if (typeof meaning === "object" && entry(meaning, own.text)) return iri(entry(meaning, own.text));
        if (typeof meaning === "string" && !isOpen) return literal(own.text, meaning);
      }
      if (own.kind === "bool" && meaning === "plain") return literal(`${own.flag}`, xsd + "boolean");
      if (own.kind === "bool" && typeof meaning === "string" && !isOpen) return literal(`${own.flag}`, meaning);
      throw this.uncovered(path);
    }
  }

  const digest = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hexadecimal = async (characters) =>
    [...await digest(utf8.encode(characters))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  class Issuer {
    constructor(prefix, numbers = new Map()) {
      this.prefix = prefix;
      this.numbers = numbers;
    }
    copy() {
      return new Issuer(this.prefix, new Map(this.numbers));
    }
    label(node) {
      return this.numbers.has(node) ? `_:${this.prefix}${this.numbers.get(node)}` : undefined;
    }
    issue(node) {
      if (!this.numbers.has(node)) this.numbers.set(node, this.numbers.size);
      return this.label(node);
    }
  }

  const permutations = function* (nodes) {
    const current = [...nodes];
    const counters = Array(nodes.length).fill(0);
    yield [...current];
    for (let index = 0; index < current.length; ) {
      if (counters[index] < index) {
        const other = index % 2 === 0 ? 0 : counters[index];
        [current[other], current[index]] = [current[index], current[other]];
        counters[index] += 1;
        index = 0;
        yield [...current];
      } else {
        counters[index] = 0;
        index += 1;
      }
    }
  };

  // W3C Recommendation "RDF Dataset Canonicalization", sections 4.4 to 4.8; more work than a certificate takes is refused.
  class Canonicalization {
    constructor(quads) {
      this.workLeft = 20000;
      this.mentions = new Map();
      this.issuer = new Issuer("c14n");
      const seen = new Set();
      this.statements = quads.filter((quad) => {
        const line = this.line(quad, (node) => `_:${node}`);
        return !seen.has(line) && seen.add(line);
      });
      this.statements.forEach(([subject, , one], place) => {
        for (const { blank } of [subject, one]) {
          if (blank === undefined) continue;
          const known = this.mentions.get(blank) ?? [];
          if (known.at(-1) !== place) this.mentions.set(blank, [...known, place]);
        }
      });
    }
    line([subject, predicate, one], label) {
      const written = (part) => part.ground ?? label(part.blank);
      return `${written(subject)} ${predicate} ${written(one)} .\n`;
    }
    spend(work) {
      this.workLeft -= Math.max(work, 1);
      if (this.workLeft < 0) throw new Problem("TooComplex");
    }
    async text() {
      this.first = new Map();
      const groups = new Map();
      for (const [node, places] of this.mentions) {
        const lines = places.map((place) => this.line(this.statements[place], (one) => (one === node ? "_:a" : "_:z")));
        const hash = await hexadecimal(lines.sort(inOrder).join(""));
        this.first.set(node, hash);
        groups.set(hash, [...(groups.get(hash) ?? []), node]);
      }
      const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, nodes]) => nodes);
      for (const nodes of sorted) if (nodes.length === 1) this.issuer.issue(nodes[0]);
      for (const nodes of sorted.filter(({ length }) => length > 1)) {
        const results = [];
        for (const node of nodes) {
          if (this.issuer.label(node)) continue;
          const temporary = new Issuer("b");
          temporary.issue(node);
          results.push(await this.surroundings(node, temporary, 0));
        }
        results.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0));
        for (const { issuer } of results) for (const node of issuer.numbers.keys()) this.issuer.issue(node);
      }
      return this.statements.map((quad) => this.line(quad, (node) => this.issuer.label(node))).sort(inOrder).join("");
    }
    async surroundings(node, temporary, depth) {
      if (depth >= 256) throw new Problem("TooComplex");
      const places = this.mentions.get(node);
      this.spend(places.length);
      const related = new Map();
      for (const place of places) {
        const [subject, predicate, one] = this.statements[place];
        for (const [part, letter] of [[subject, "s"], [one, "o"]]) {
          if (part.blank === undefined || part.blank === node) continue;
          const label = this.issuer.label(part.blank) ?? temporary.label(part.blank) ?? this.first.get(part.blank);
          const hash = await hexadecimal(letter + predicate + label);
          related.set(hash, [...(related.get(hash) ?? []), part.blank]);
        }
      }
      let data = "";
      let chosen = temporary;
      for (const [hash, nodes] of [...related].sort(([a], [b]) => (a < b ? -1 : 1))) {
        let least;
        for (const order of permutations(nodes)) {
          this.spend(nodes.length);
          least = (await this.path(order, chosen, least?.path, depth)) ?? least;
        }
        data += hash + least.path;
        chosen = least.issuer;
      }
      return { hash: await hexadecimal(data), issuer: chosen };
    }
    async path(order, temporary, least, depth) {
      const issuer = temporary.copy();
      let result = { path: "", issuer };
      const unknown = [];
      const isHopeless = () => least !== undefined && result.path.length >= least.length && least < result.path;
      for (const node of order) {
        const label = this.issuer.label(node);
        if (!label && !result.issuer.label(node)) unknown.push(node);
        result.path += label ?? result.issuer.issue(node);
        if (isHopeless()) return undefined;
      }
      for (const node of unknown) {
        const deeper = await this.surroundings(node, result.issuer.copy(), depth + 1);
        result.path += result.issuer.issue(node) + "<" + deeper.hash + ">";
        result.issuer = deeper.issuer;
        if (isHopeless()) return undefined;
      }
      return least === undefined || result.path < least ? result : undefined;
    }
  }

  const meaningHash = async (document, prefix) => {
    const reader = new LinkedData(prefix);
    reader.node(without(document, "@context").members, "");
    return digest(utf8.encode(await new Canonicalization(reader.quads).text()));
  };

  // --- The two forms ----------------------------------------------------------------------------------------------------

  const contextsAre = (document, expected) => isEqual(member(document, "@context"), value(expected));

  // Takes a document with a proof inside apart, and says what was signed, once contexts, proof, key and signature agree.
  const proved = async (bytes, issuerOf, expected, isReadable, knowledge) => {
    const whole = readJSON(bytes, "document");
    if (member(whole, "@context") === undefined) throw new Problem("NotACertificate");
    const proof = member(whole, "proof");
    if (proof === undefined) throw new Problem("MemberMissing", "proof");
    if (proof.kind !== "object") throw new Problem("SchemaViolated", "proof");
    const document = without(whole, "proof");
    if (!isReadable(document)) throw new Problem("NotACertificate");
    if (!contextsAre(document, expected)) throw new Problem("SchemaViolated", "@context");
    const issuer = issuerOf(document);
    if (issuer === undefined) throw new Problem("MemberMissing", "issuer.id");
    const documentHash = await meaningHash(document, "");
    const proofHash = await meaningHash(without(proof, "proofValue"), "proof.");
    const suite = text(member(proof, "cryptosuite"));
    if (suite !== undefined && suite !== "eddsa-rdfc-2022") throw new Problem("UnsupportedAlgorithm", suite);
    hold(proof, shapes.proof, "proof");
    const key = keyOf(text(member(proof, "verificationMethod")), issuer, knowledge);
    if (key.kind.name !== "ed25519") throw new Problem("IssuerKeyMismatch");
    const written = text(member(proof, "proofValue"));
    const signature = written.startsWith("z") && utf8.encode(written).length <= 90 ? fromBase58(written.slice(1)) : undefined;
    if (signature?.length !== 64) throw new Problem("NonCanonicalProofValue");
    if (!(await isSignature(key, signature, Uint8Array.from([...proofHash, ...documentHash])))) {
      throw new Problem("SignatureInvalid");
    }
    return { document, issuer, key };
  };

  const inJSON = async (bytes, knowledge) => {
    const isReadable = (document) => types.some((names) => isEqual(member(document, "type"), value(names)));
    const { document, issuer, key } = await proved(
      bytes, (one) => text(member(member(one, "issuer"), "id")), contexts, isReadable, knowledge);
    hold(document, shapes.credential);
    return read(document, issuer, key);
  };

  const inJWT = async (bytes, knowledge) => {
    let end = bytes.length;
    if (bytes[end - 1] === 0x0a) end -= 1;
    if (bytes[end - 1] === 0x0d) end -= 1;
    const written = bare(bytes.slice(0, end));
    if (!written.startsWith("e") || !written.includes(".")) throw new Problem("NotACertificate");
    const parts = written.split(".");
    if (parts.length !== 3 || parts[0] === "" || parts[1] === "") throw new Problem("MalformedJWT");
    const [header, payload] = ["header", "payload"].map((part, place) => {
      const own = fromBase64URL(parts[place]);
      if (!own) throw new Problem(`NonCanonicalBase64url:${part}`);
      const json = readJSON(own, part);
      if (json.kind !== "object") throw new Problem(`MalformedJSON:${part}`);
      return json;
    });
    const signature = fromBase64URL(parts[2]);
    if (!signature) throw new Problem("NonCanonicalBase64url:signature");
    holdHeader(header);
    const issuer = text(member(member(payload, "issuer"), "id"));
    if (issuer === undefined) throw new Problem("MemberMissing", "issuer.id");
    const key = keyOf(text(member(header, "kid")), issuer, knowledge);
    if (!key.kind.algorithm) throw new Problem("UnsupportedIssuer", issuer);
    const carried = member(header, "jwk");
    if (text(member(header, "alg")) !== key.kind.algorithm || (carried && !isSameKey(carried, key.jwk))) {
      throw new Problem("IssuerKeyMismatch");
    }
    if (!(await isSignature(key, signature, bytes.slice(0, parts[0].length + 1 + parts[1].length)))) {
      throw new Problem("SignatureInvalid");
    }
    hold(payload, shapes.payload);
    holdClaims(payload);
    return read(payload, issuer, key);
  };

  const holdHeader = (header) => {
    const algorithm = member(header, "alg");
    if (algorithm === undefined) throw new Problem("HeaderViolated", "alg");
    if (!["ES256", "RS256"].includes(text(algorithm))) throw new Problem("UnsupportedAlgorithm", text(algorithm) ?? "");
    const other = header.members.find(([name]) => !["alg", "kid", "jwk", "typ"].includes(name));
    if (other) throw new Problem("HeaderViolated", other[0]);
    const [type, kid] = [member(header, "typ"), member(header, "kid")];
    if (type !== undefined && text(type) !== "JWT") throw new Problem("HeaderViolated", "typ");
    if (kid !== undefined && text(kid) === undefined) throw new Problem("HeaderViolated", "kid");
    if (kid === undefined && member(header, "jwk") === undefined) throw new Problem("HeaderViolated", "kid");
  };

  const isSameKey = (given, expected) =>
    given.kind === "object" && given.members.length === Object.keys(expected).length
    && given.members.every(([name, own]) => text(own) !== undefined && entry(expected, name) === own.text);

  const holdClaims = (payload) => {
    const repeated = [
      ["iss", "issuer.id", member(member(payload, "issuer"), "id")], ["jti", "id", member(payload, "id")],
      ["sub", "credentialSubject.id", member(member(payload, "credentialSubject"), "id")],
    ];
    for (const [claim, name, own] of repeated) {
      if (!isEqual(member(payload, claim), own)) throw new Problem("ClaimMismatch", claim, name);
    }
    for (const [claim, name] of [["nbf", "validFrom"], ["exp", "validUntil"]]) {
      const written = text(member(payload, name));
      const time = written === undefined ? undefined : moment(written);
      const seconds = wholeNumber(member(payload, claim));
      const isRepeated = time === undefined ? seconds === undefined : seconds !== undefined && seconds * 1000n === BigInt(time);
      if (!isRepeated) throw new Problem("ClaimMismatch", claim, name);
    }
  };

  // What a sound credential says whose signature is right.
  const read = (document, issuer, key) => {
    const subject = member(document, "credentialSubject");
    const achievement = member(subject, "achievement");
    const entryOfList = member(document, "credentialStatus");
    return {
      id: text(member(document, "id")), issuer, key: "did:key:" + multibase(key),
      issuerName: text(member(member(document, "issuer"), "name")), subject: text(member(subject, "id")),
      names: items(member(subject, "identifier")).map((one) => text(member(one, "identityHash"))),
      title: text(member(achievement, "name")), validFrom: moment(text(member(document, "validFrom"))),
      validUntil: member(document, "validUntil") && moment(text(member(document, "validUntil"))),
      status: entryOfList && {
        list: text(member(entryOfList, "statusListCredential")), index: Number(text(member(entryOfList, "statusListIndex"))),
      },
    };
  };

  // --- What a reader hands over besides ---------------------------------------------------------------------------------

  // The keys of an issuer whose name is not a key; undefined where the bytes are no such document.
  const didDocument = (bytes) => {
    if (bytes.length > sizeLimit) return undefined;
    let json;
    try {
      json = Reader.read(bytes);
    } catch {
      return undefined;
    }
    const did = text(member(json, "id"));
    if (did === undefined || !isDID(did)) return undefined;
    const absolute = (id) => (id?.startsWith("#") ? did + id : id);
    const methods = items(member(json, "verificationMethod")) ?? [];
    const keys = [];
    for (const own of items(member(json, "assertionMethod")) ?? []) {
      const name = text(own);
      const method = name === undefined ? own : methods.find((one) => absolute(text(member(one, "id"))) === absolute(name));
      const id = text(member(method, "id"));
      if (id === undefined || text(member(method, "controller")) !== did) continue;
      const jwk = member(method, "publicKeyJwk");
      const written = text(member(method, "publicKeyMultibase"));
      const key = jwk ? keyInJWK(jwk) : written === undefined ? undefined : verificationKey(keyInMultibase(written));
      if (key) keys.push({ id: absolute(id), key });
    }
    return keys.length > 0 ? { did, keys } : undefined;
  };

  const unzipped = async (bytes) => {
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      const reader = stream.getReader();
      const pieces = [];
      let size = 0;
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        size += piece.value.length;
        if (size > 1 << 20) return undefined;
        pieces.push(piece.value);
      }
      return new Uint8Array(await new Blob(pieces).arrayBuffer());
    } catch {
      return undefined;
    }
  };

  // What an issuer took back, as it publishes it; throws why it is no such list.
  const statusList = async (bytes, knowledge) => {
    if (bytes.length > sizeLimit) throw new Problem("TooLarge", sizeLimit);
    const { document, issuer } = await proved(
      bytes, (one) => text(member(one, "issuer")), [contexts[0]], () => true, knowledge);
    hold(document, shapes.statusList);
    const encoded = text(member(member(document, "credentialSubject"), "encodedList"));
    const packed = encoded.startsWith("u") ? fromBase64URL(encoded.slice(1)) : undefined;
    const bits = packed && (await unzipped(packed));
    if (!bits || bits.length * 8 < 131072) throw new Problem("SchemaViolated", "credentialSubject.encodedList");
    return { id: text(member(document, "id")), issuer, writtenAt: moment(text(member(document, "validFrom"))), bits };
  };

  const statusOf = (certificate, knowledge, now) => {
    if (!certificate.status) return "active";
    const lists = knowledge.statusLists.filter((one) =>
      one.id === certificate.status.list && one.writtenAt <= now
      && (one.issuer === certificate.issuer || (knowledge.trust.has(one.issuer) && knowledge.trust.has(certificate.issuer))));
    if (lists.length === 0) return "unknown";
    const newest = lists.reduce((a, b) => (b.writtenAt > a.writtenAt ? b : a));
    const place = certificate.status.index;
    return newest.bits[Math.floor(place / 8)] & (0x80 >> place % 8) ? "revoked" : "active";
  };

  // Checks a document: form, signature, content, time, status and trust.
  const verify = async (bytes, { trust = new Set(), documents = [], statusLists = [] } = {}, now = Date.now()) => {
    const knowledge = { trust, documents, statusLists };
    let certificate;
    try {
      if (bytes.length > sizeLimit) throw new Problem("TooLarge", sizeLimit);
      const first = bytes.find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
      certificate = await (first === 0x7b ? inJSON(bytes, knowledge) : inJWT(bytes, knowledge));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return { verdict: "refused", trusted: false, status: "unknown", problems: [{ id: problem.id, about: problem.about }] };
    }
    const problems = [];
    let verdict = "valid";
    const note = (id, consequence, ...about) => {
      if (problems.length === 0) verdict = consequence;
      problems.push({ id, about });
    };
    const trusted = trust.has(certificate.issuer);
    const standing = statusOf(certificate, knowledge, now);
    if (now < certificate.validFrom) note("NotYetValid", "refused", certificate.validFrom);
    if (!trusted) note("IssuerUntrusted", "untrusted", certificate.issuer);
    if (standing === "revoked") note("Revoked", "revoked");
    if (certificate.validUntil !== undefined && certificate.validUntil < now) note("Expired", "expired", certificate.validUntil);
    return { verdict, certificate, trusted, status: standing, problems };
  };

  // Whether a document is of a form that this cannot judge: "pdf", "png" or "svg".
  const container = (bytes) => {
    const start = String.fromCharCode(...bytes.slice(0, 1024));
    if (start.startsWith("%PDF-") || start.includes("%PDF-")) return "pdf";
    if (start.startsWith("\u0089PNG")) return "png";
    return /^[\s\u00ef\u00bb\u00bf]*</.test(start) ? "svg" : undefined;
  };

  return { verify, didDocument, statusList, container, isDID, Problem };
})();
