// libxml2 as Swift sees it.
#pragma once

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/// Frees characters that libxml2 made; `xmlFree` itself is a variable in some versions.
static inline void passerelle_free(xmlChar *characters) {
  if (characters) xmlFree(characters);
}
