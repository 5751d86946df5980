"""Reads the blocks of our own formatted .tf files: enough for reference tables and conventions, no more."""
import os
import re

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def folders():
    """Modules and roots, as paths below terraform/."""
    found = sorted("modules/" + name for name in os.listdir(os.path.join(ROOT, "modules")))
    found.append("bootstrap")
    found += sorted("environments/" + name for name in os.listdir(os.path.join(ROOT, "environments")))
    return [path for path in found if os.path.exists(os.path.join(ROOT, path, "main.tf"))]


def text(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        return file.read()


def tf_files(folder):
    return sorted(name for name in os.listdir(os.path.join(ROOT, folder)) if name.endswith(".tf"))


def blocks(source, kind):
    """(labels, body) of each top-level block of a kind."""
    pattern = r'^%s((?: "[^"]+")*) \{(?:\}|\n(.*?)^\})' % kind
    for match in re.finditer(pattern, source, re.M | re.S):
        yield re.findall(r'"([^"]+)"', match.group(1)), match.group(2) or ""


def argument(body, name):
    """The text of an argument that stands directly in the block, on one line or several."""
    match = re.search(r"^  %s +=\s*(.*(?:\n(?:    .*|  [\])}].*|))*)" % name, body, re.M)
    return match.group(1).rstrip() if match else None


def string(body, name):
    value = argument(body, name)
    match = re.match(r'"((?:[^"\\]|\\.)*)"$', value) if value else None
    return match.group(1).replace('\\"', '"') if match else None


def one_line(value):
    """An expression on one line."""
    value = re.sub(r"\s*#.*", "", value)
    value = re.sub(r"([({\[])\s*\n\s*", r"\1 ", value)
    value = re.sub(r",?\s*\n\s*([)}\]])", r" \1", value)
    value = re.sub(r"\s*\n\s*", ", ", value)
    value = re.sub(r",+", ",", value)
    return re.sub(r"\s{2,}", " ", value).replace("( ", "(").replace(" )", ")").replace("[ ", "[").replace(" ]", "]")


def variables(folder):
    """name → facts of each variable, in the order of the file."""
    found = {}
    for labels, body in blocks(text(folder, "variables.tf"), "variable"):
        found[labels[0]] = {
            "description": string(body, "description"),
            "type": argument(body, "type"),
            "default": argument(body, "default"),
            "nullable": argument(body, "nullable"),
            "sensitive": argument(body, "sensitive") == "true",
            "validations": len(re.findall(r"^  validation \{", body, re.M)),
        }
    return found


def outputs(folder):
    """name → facts of each output, in the order of the file."""
    found = {}
    for labels, body in blocks(text(folder, "outputs.tf"), "output"):
        found[labels[0]] = {
            "description": string(body, "description"),
            "sensitive": argument(body, "sensitive") == "true",
        }
    return found
