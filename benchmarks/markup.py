"""What a content management system writes around a text: two and a half times as many bytes as the text itself.

Head with scripts and styles, a menu of two levels, wrappers, a sidebar, a footer; nothing in it is a record.
"""

import html
from collections.abc import Iterator, Sequence

_SECTIONS = (
    "Начало Новини Събития Обяви Търгове Конкурси Услуги Бланки Такси Бюджет Отчети Наредби Заповеди Решения Протоколи "
    "Декларации Проекти Програми Планове Стратегии Регистри Кариери Образование Култура Спорт Туризъм Транспорт "
    "Екология Здравеопазване Земеделие Сигнали Въпроси Анкети Архив Галерия Връзки Достъпност Поверителност Контакти"
).split()
_HEAD = """<!DOCTYPE html>
<html lang="bg-bg" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" prefix="og: http://ogp.me/ns#">
<head>
<meta http-equiv="content-type" content="text/html; charset=utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1.0" />
<meta name="robots" content="index, follow" />
<title>{title}</title>
<link href="/templates/obshtina/favicon.ico" rel="shortcut icon" type="image/vnd.microsoft.icon" />
<link rel="stylesheet" href="/templates/obshtina/css/bootstrap.min.css?v=3.3.7" type="text/css" />
<link rel="stylesheet" href="/templates/obshtina/css/template.css" type="text/css" media="screen,projection" />
<style type="text/css">
{styles}
</style>
<script src="/media/jui/js/jquery.min.js" type="text/javascript"></script>
<script type="text/javascript">
//<![CDATA[
{script}
//]]>
</script>
<!--[if lt IE 9]><script src="/media/jui/js/html5.js"></script><![endif]-->
</head>
<body class="site com_content view-article no-layout no-task itemid-{number}">
<div id="wrapper"><div class="container-fluid">
<div id="header" class="row"><div class="col-md-12"><a class="brand pull-left" href="/"><img src="/images/logo.png" \
alt="" width="120" height="64" border="0" /></a></div></div>
<div id="mainmenu" class="navbar navbar-default" role="navigation"><div class="navbar-inner">{menu}</div></div>
<div class="row-fluid"><div id="main" class="span9" role="main">
<div class="item-page" itemscope="itemscope"><div class="article-body" style="text-align: justify;">
"""
_FOOT = """
</div></div>
<ul class="pager pagenav"><li class="previous"><a class="hasTooltip" rel="prev" href="/bg/1">Назад</a></li></ul>
</div>
<div id="aside" class="span3"><div class="well _menu"><h3 class="page-header">Полезно</h3>{sidebar}</div></div></div>
</div></div>
<div id="footer" class="footer"><div class="container"><hr /><p class="pull-right"><a href="#top" id="back-top">Нагоре\
</a></p><p>Всички права запазени</p></div></div>
<script type="text/javascript">
{script}
</script>
</body>
</html>
"""
_STYLE = "#module-{0} .item-{0} > a {{ color: #33{0:02d}99; padding: {0}px 8px; background: url(/i/{0}.png) }}"
_SCRIPT = "jQuery(function($) {{ $('.item-{0}').on('click', function(e) {{ show(e, {0} < 9 && {0}); }}); }});"


def page_around(title: str, lines: Sequence[str]) -> str:
    """The HTML of a page with this title and these lines; cells are parted by tabs."""
    head = _HEAD.format(
        title=html.escape(title), styles=_many(_STYLE, 20), script=_many(_SCRIPT, 12), menu=_menu(), number=len(lines)
    )
    foot = _FOOT.format(sidebar=_list(_SECTIONS[3:9], "nav nav-list"), script=_many(_SCRIPT, 4))
    return head + "\n".join(_written(lines)) + foot


def _many(template: str, number: int) -> str:
    return "\n".join(template.format(at) for at in range(number))


def _menu() -> str:
    """Items with items below them, as far as the sections go."""
    tops = [f'<li class="parent"><a href="#">{top}</a>{_list(rest, "sub")}</li>' for top, *rest in _groups()]
    return f'<ul class="nav menu">{"".join(tops)}</ul>'


def _groups() -> Iterator[Sequence[str]]:
    for at in range(0, len(_SECTIONS), 8):
        yield _SECTIONS[at : at + 8]


def _list(sections: Sequence[str], name: str) -> str:
    items = (
        f'<li class="item-{at} deeper"><a href="/bg/page/{at}" title="{section}">{section}</a></li>'
        for at, section in enumerate(sections)
    )
    return f'<ul class="{name}">{"".join(items)}</ul>'


def _written(lines: Sequence[str]) -> Iterator[str]:
    """Each line as editors leave it: paragraphs with fonts of their own, bare wrappers, tables where there are tabs."""
    for at, line in enumerate(lines):
        cells = [html.escape(cell) for cell in line.split("\t")]
        if len(cells) > 1:
            row = "".join(f'<td valign="top" width="120"><p>{cell}</p></td>' for cell in cells)
            yield f'<table class="table" border="1" cellpadding="0"><tbody><tr>{row}</tr></tbody></table>'
        elif at % 2:
            yield f'<div class="field-item"><div class="text">{cells[0]}</div></div>'
        else:
            yield f'<p class="MsoNormal"><span style="font-size: 12pt;">{cells[0]}</span></p>'
