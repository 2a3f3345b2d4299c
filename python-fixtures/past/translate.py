"""Turns modules of Python 3 into Python 2.7 that does the same.

    python -m past.translate TARGET SOURCE ...

Only what the modules here use: formatted strings, keyword-only arguments, annotations, unpacking anywhere, ``raise … from``. Text in ASCII stays
``'...'``, the 8-bit string that users of Python 2 wrote; other text becomes ``u'...'``.
"""

import ast
import os
import sys


class _Translation(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, str) and not node.value.isascii():
            node.kind = "u"
        return node

    def visit_JoinedStr(self, node):
        pattern, values = "", []
        for part in node.values:
            if isinstance(part, ast.Constant):
                pattern += part.value.replace("%", "%%")
            else:
                pattern += "%r" if part.conversion == ord("r") else "%s"
                values.append(self.visit(part.value))
        return _mod(pattern, ast.Tuple(values, ast.Load()))

    def visit_AnnAssign(self, node):
        self.generic_visit(node)
        return ast.Assign([node.target], node.value, lineno=node.lineno) if node.value else None

    def visit_Raise(self, node):
        self.generic_visit(node)
        node.cause = None
        return node

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        node.returns = None
        for argument in _arguments(node.args):
            argument.annotation = None
        node.body = _taken(node.args) + node.body
        return node

    def visit_Call(self, node):
        self.generic_visit(node)
        starred = [each for each in node.args if isinstance(each, ast.Starred)]
        if starred and (len(starred) > 1 or node.args[-1] is not starred[0]):
            node.args = [ast.Starred(_joined(node.args), ast.Load())]
        unpacked = [each for each in node.keywords if each.arg is None]
        if unpacked and node.keywords[-1] is not unpacked[0] or any(each.arg and not each.arg.isascii() for each in node.keywords):
            node.keywords = [ast.keyword(None, _merged([(each.arg and ast.Constant(each.arg, kind=None if each.arg.isascii() else "u"), each.value) for each in node.keywords]))]
        return node

    def visit_List(self, node):
        self.generic_visit(node)
        return _joined(node.elts) if _is_unpacked(node) else node

    def visit_Tuple(self, node):
        self.generic_visit(node)
        return _call("tuple", _joined(node.elts)) if _is_unpacked(node) else node

    def visit_Dict(self, node):
        self.generic_visit(node)
        return _merged(zip(node.keys, node.values)) if None in node.keys else node


def _arguments(arguments):
    every = arguments.args + arguments.kwonlyargs + [arguments.vararg, arguments.kwarg]
    return [each for each in every if each]


def _taken(arguments):
    """Takes the keyword-only arguments out of all named ones."""
    if not arguments.kwonlyargs:
        return []
    lines = []
    if not arguments.kwarg:
        arguments.kwarg = ast.arg("_named")
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        pop = "%s = %s.pop(%r%s)" % (argument.arg, arguments.kwarg.arg, argument.arg, ", " + ast.unparse(default) if default else "")
        lines += ast.parse(pop).body
    arguments.kwonlyargs, arguments.kw_defaults = [], []
    return lines


def _is_unpacked(node):
    return isinstance(node.ctx, ast.Load) and any(isinstance(each, ast.Starred) for each in node.elts)


def _call(name, *arguments):
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


def _mod(pattern, value):
    text = ast.Constant(pattern, kind=None if pattern.isascii() else "u")
    return ast.BinOp(text, ast.Mod(), value)


def _joined(elements):
    """One list of elements of which some are starred."""
    whole = None
    for each in elements:
        part = _call("list", each.value) if isinstance(each, ast.Starred) else ast.List([each], ast.Load())
        whole = part if whole is None else ast.BinOp(whole, ast.Add(), part)
    return whole


def _merged(items):
    """One dict of items of which some have no key and are a dict each."""
    pairs = None
    for key, value in items:
        if key is None:
            part = _call("list", ast.Call(ast.Attribute(value, "items", ast.Load()), [], []))
        else:
            part = ast.List([ast.Tuple([key, value], ast.Load())], ast.Load())
        pairs = part if pairs is None else ast.BinOp(pairs, ast.Add(), part)
    return _call("dict", pairs)


def translated(source):
    tree = _Translation().visit(ast.parse(source))
    return "# -*- coding: utf-8 -*-\n" + ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def main(target, *sources):
    for source in sources:
        path = os.path.join(target, source)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(source, encoding="utf-8") as text, open(path, "w", encoding="utf-8", newline="\n") as out:
            out.write(translated(text.read()))


if __name__ == "__main__":
    main(*sys.argv[1:])
