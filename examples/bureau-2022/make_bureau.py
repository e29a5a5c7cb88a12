#!/usr/bin/env python3
"""Writes bureau.json: an invented city bureau of ecology and its appointments of 2022.

Every person, organ, place and document here is invented. The script holds the careers and the meetings as
tables, and lays them out in the form of a dossier; the same tables always give the same bytes.

    python3 examples/bureau-2022/make_bureau.py            writes bureau.json beside the script
    python3 examples/bureau-2022/make_bureau.py --check    says whether bureau.json is what the tables give
"""

import datetime
import itertools
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
WIDTH = 132


# ---- organisations and posts --------------------------------------------------------------------------------

SECTIONS = [  # id, name, chief's title, number of deputies, the deputy head in charge, functions of its posts
    ("office", "办公室", "主任", 2, "epb.deputy1", []),
    ("personnel", "人事科", "科长", 1, "epb.head", ["personnel"]),
    ("law", "法规与标准科", "科长", 1, "epb.deputy1", []),
    ("finance", "规划财务科", "科长", 1, "epb.head", ["finance"]),
    ("air", "大气环境科", "科长", 1, "epb.deputy2", []),
    ("water", "水生态环境科", "科长", 1, "epb.deputy2", []),
    ("soil", "土壤与农村生态环境科", "科长", 1, "epb.deputy2", []),
    ("assessment", "环境影响评价科", "科长", 1, "epb.deputy3", []),
    ("nature", "自然生态保护科", "科长", 1, "epb.deputy3", []),
    ("monitoring", "生态环境监测科", "科长", 1, "epb.deputy4", []),
    ("waste", "固体废物与辐射科", "科长", 1, "epb.deputy3", []),
    ("supervision", "督察与执法协调科", "科长", 1, "epb.deputy4", []),
]
BRANCHES = [("east", "东县", 2), ("west", "西县", 2), ("south", "南县", 3), ("north", "北区", 2), ("central", "中区", 2)]


def organisations():
    result = [
        {"id": "committee", "name": "中共样例市委员会", "parent": None, "tier": "prefecture", "level": "bureau_principal",
         "kind": "party_committee", "region": "990100"},
        {"id": "city", "name": "样例市人民政府", "parent": None, "tier": "prefecture", "level": "bureau_principal",
         "kind": "government", "region": "990100"},
        {"id": "discipline", "name": "样例市纪律检查委员会派驻第九纪检监察组", "parent": "committee", "tier": "prefecture",
         "level": "county_deputy", "kind": "discipline", "region": "990100"},
        {"id": "epb", "name": "样例市生态环境局", "parent": "city", "tier": "prefecture", "level": "county_principal",
         "kind": "government_department", "region": "990100", "supervises": ["environmental_protection"],
         "institution_grade": None,
         "establishments": [{
             "document": "样例市机构编制委员会办公室〔2019〕7号", "from": "2019-03-01", "to": None,
             "headcount": 52, "general_posts": 48,
             "seats": [
                 {"level": "county_principal", "role": "principal", "count": 1},
                 {"level": "county_deputy", "role": "deputy", "count": 5},
                 {"level": "township_principal", "role": "principal", "count": 12},
                 {"level": "township_deputy", "role": "deputy", "count": 13}],
             "titles": ["局长", "副局长", "总工程师", "主任", "副主任", "科长", "副科长"],
             "rank_seats": [
                 {"ranks": ["consultant_1", "consultant_2"], "count": 3},
                 {"ranks": ["consultant_3", "consultant_4"], "count": 6},
                 {"ranks": ["principal_staff_1", "principal_staff_2"], "count": 14},
                 {"ranks": ["principal_staff_3", "principal_staff_4"], "count": 14}]}],
         "events": []},
    ]
    for key, name, *_ in SECTIONS:
        result.append({"id": f"epb.{key}", "name": f"样例市生态环境局{name}", "parent": "epb", "tier": "prefecture",
                       "level": "township_principal", "kind": "internal_unit", "region": "990100"})
    for key, name, _ in BRANCHES:
        result.append({
            "id": f"epb.{key}", "name": f"样例市生态环境局{name}分局", "parent": "epb", "tier": "prefecture",
            "level": "township_principal", "kind": "government_department", "region": "990100",
            "supervises": ["environmental_protection"], "institution_grade": None,
            "establishments": [{
                "document": "样例市机构编制委员会办公室〔2019〕31号", "from": "2019-09-01", "to": None,
                "headcount": 8, "general_posts": 7,
                "seats": [{"level": "township_principal", "role": "principal", "count": 1},
                          {"level": "township_deputy", "role": "deputy", "count": 2}],
                "titles": ["局长", "副局长"],
                "rank_seats": [{"ranks": ["principal_staff_1", "principal_staff_2"], "count": 2},
                               {"ranks": ["principal_staff_3", "principal_staff_4"], "count": 2}]}],
            "events": []})
    result += [
        {"id": "qingshi", "name": "东县青石镇人民政府", "parent": None, "tier": "township", "level": "township_principal",
         "kind": "government", "region": "990121"},
        {"id": "baishui", "name": "南县白水镇人民政府", "parent": None, "tier": "township", "level": "township_principal",
         "kind": "government", "region": "990123"},
        {"id": "linjiang", "name": "北区临江街道办事处", "parent": None, "tier": "township", "level": "township_principal",
         "kind": "government", "region": "990103"},
        {"id": "station", "name": "样例市环境监测站", "parent": None, "tier": "prefecture", "level": "township_principal",
         "kind": "public_institution", "region": "990100", "supervises": [], "institution_grade": 6,
         "establishments": [{
             "document": "样例市机构编制委员会办公室〔2019〕40号", "from": "2019-09-01", "to": None, "headcount": 30, "general_posts": 0,
             "seats": [{"level": "township_principal", "role": "principal", "count": 1}], "titles": ["站长"], "rank_seats": []}],
         "events": []},
    ]
    return result


def post(identifier, organisation, title, level, role, reports_to, functions=(), team=False, main=False):
    return {"id": identifier, "organisation": organisation, "title": title, "level": level, "leading": True, "role": role,
            "reports_to": reports_to, "functions": list(functions), "elected": False, "team_member": team,
            "party_post": False, "committee": None, "main_leader": main, "special": False,
            "emigration_restricted": False}


def posts():
    result = [post("epb.head", "epb", "局长", "county_principal", "principal", None, team=True, main=True)]
    for number in range(1, 5):
        result.append(post(f"epb.deputy{number}", "epb", "副局长", "county_deputy", "deputy", "epb.head", team=True))
    result.append(post("epb.engineer", "epb", "总工程师", "county_deputy", "deputy", "epb.head", team=True))
    result.append(post("discipline.head", "discipline", "组长", "county_deputy", "principal", None, ["discipline"], True, True))
    for key, name, title, deputies, above, functions in SECTIONS:
        result.append(post(f"{key}.chief", f"epb.{key}", title, "township_principal", "principal", above, functions))
        for number in range(1, deputies + 1):
            result.append(post(f"{key}.deputy{number if deputies > 1 else ''}", f"epb.{key}", "副" + title,
                               "township_deputy", "deputy", f"{key}.chief", functions))
    for key, _, deputies in BRANCHES:
        result.append(post(f"{key}.head", f"epb.{key}", "局长", "township_principal", "principal", "epb.head",
                           team=True, main=True))
        for number in range(1, deputies + 1):
            result.append(post(f"{key}.deputy{number}", f"epb.{key}", "副局长", "township_deputy", "deputy", f"{key}.head",
                               team=True))
    result.append(post("station.head", "station", "站长", "township_principal", "principal", None, main=True))
    return result


POSTS = {entry["id"]: entry for entry in posts()}
LEVELS = ["staff", "township_deputy", "township_principal", "county_deputy", "county_principal"]


# ---- careers ------------------------------------------------------------------------------------------------

def day(text):
    return datetime.date.fromisoformat(text)


def days_later(text, number):
    return (day(text) + datetime.timedelta(days=number)).isoformat()


def a_year_later(text):
    return f"{int(text[:4]) + 1}{text[4:]}"


PLACES = {"qingshi": "township", "baishui": "township", "linjiang": "township", "station": "institution",
          **{f"epb.{key}": "county_organ" for key, *_ in BRANCHES}}


def tenure(start, what, **more):
    """One line of a career: a post of this dossier, or `title@organisation` below the leading posts."""
    if what in POSTS:
        held = POSTS[what]
        entry = {"post": what, "level": held["level"]}
        entry["from"], entry["decided"] = start, start
        branch = held["organisation"][4:] in [key for key, *_ in BRANCHES]
        entry["place"] = {"kind": "county_organ" if branch else "other", "by": "posted"}
    else:
        title, organisation = what.split("@")
        leading = more.pop("leading", None)
        entry = {"title": title, "organisation": organisation,
                 "level": leading or ("staff" if start < "2019-06-01" and organisation != "station" else None),
                 "role": "deputy" if leading else "staff", "leading": bool(leading), "from": start, "decided": start}
        entry["place"] = {"kind": PLACES.get(organisation, "other"), "by": "posted"}
    entry.update(more)
    return entry


def career(*lines):
    """Joins the lines: each ends where the next begins; promotions get their notice and probation."""
    tenures = []
    level = None
    for number, line in enumerate(lines):
        entry = dict(line)
        entry.setdefault("to", lines[number + 1]["from"] if number + 1 < len(lines) else None)
        entry.setdefault("method", "appointed")
        rises = (entry["level"] is not None and level in LEVELS and LEVELS.index(entry["level"]) > LEVELS.index(level)) or \
                (number > 0 and level is None and entry["level"] in LEVELS[1:])
        entry.setdefault("change", "first" if number == 0 else "promotion" if rises else "lateral")
        entry.setdefault("kind", "substantive")
        entry.setdefault("exceptional", None)
        if rises and entry["level"] != "county_principal" and entry["from"] > "2003" and len(entry["from"]) == 10:
            entry.setdefault("noticed", days_later(entry["from"], 14))
            entry.setdefault("probation", {"months": 12, "ended": a_year_later(entry["noticed"]), "confirmed": True})
        else:
            entry.setdefault("probation", None)
        entry.pop("level") if "post" in entry else None
        level = line["level"]
        order = ["post", "title", "organisation", "level", "role", "leading", "from", "to", "decided", "noticed", "method",
                 "change", "kind", "exceptional", "probation", "place", "removal"]
        tenures.append({key: entry[key] for key in order if key in entry and (key != "decided" or entry[key])})
    return tenures


def staff(start, first, *later):
    """A career below the leading posts: the pre-2019 office clerk 科员, then a rank without a level."""
    return [tenure(start, first)] + [tenure(when, what) for when, what in later]


def assessments(first_year, number, stated):
    """One entry a year up to 2021; the year of recruitment is without a grade."""
    result = []
    for year in range(first_year, 2022):
        if year in stated:
            if stated[year]:
                result.append({"year": year, "result": stated[year]})
        elif year == first_year:
            result.append({"year": year, "result": "ungraded"})
        else:
            result.append({"year": year, "result": "excellent" if (year + number) % 6 == 0 else "competent"})
    return result


def education(born, started, level, in_service):
    """The schooling before the start of work, and what was studied beside it."""
    graduated = int(started[:4])
    major = MAJORS[(graduated + int(born[-2:])) % len(MAJORS)]
    entries = []
    for degree, length in [("master", 3), ("bachelor", 4)] if level == "master" else [(level, 4)]:
        entries.insert(0, {"level": degree, "degree": degree, "mode": "full_time", "from": f"{graduated - length}-09",
                           "to": f"{graduated}-07", "school": "样例大学", "major": major})
        graduated -= length
    if in_service:
        entries.append({"level": in_service[0], "mode": "in_service", "from": in_service[1], "to": in_service[2],
                        "school": "样例省委党校", "major": "公共管理"})
    return entries


MAJORS = ["环境工程", "环境科学", "法学", "化学", "行政管理", "会计学", "水利工程"]
NATIVE = ["样例省样例市东县", "样例省样例市南县", "样例省样例市北区", "样例省样例市", "样例省第二市"]


class Cadre:
    """One row of a table of people, laid out as the dossier's cadre."""

    def __init__(self, identifier, sex, born, lines, ranks=(), joined=None, **more):
        self.identifier, self.sex, self.born, self.lines, self.ranks = identifier, sex, born, lines, ranks
        self.joined, self.more = joined, more

    def document(self, number, candidate):
        started = self.lines[0]["from"][:7]
        group, index = self.identifier[:-2], self.identifier[-2:]
        name = "样例" + {"jia": "甲", "yi": "乙", "bing": "丙", "ding": "丁", "wu": "戊"}[group] + index
        more = dict(self.more)
        result = {"id": self.identifier, "name": name, "sex": {"M": "male", "F": "female"}[self.sex], "born": self.born,
                  "ethnicity": more.pop("ethnicity", "汉族"), "native_place": NATIVE[number % len(NATIVE)],
                  "health": "fit", "nationality": "CN", "marital_status": "single" if more.get("single") else "married"}
        result["party"] = more.pop("party", None) or {
            "membership": "cpc", "joined": self.joined or f"{int(started[:4]) + 1}-06",
            "full_member": a_year_later(self.joined or f"{int(started[:4]) + 1}-06")}
        result["work_started"] = started
        result["service_breaks"] = []
        if not more.pop("outside", False):
            result["civil_servant_since"] = more.pop("civil_servant_since", started)
        result["education"] = education(self.born, started, more.pop("degree", "bachelor"), more.pop("in_service", None))
        result["tenures"] = career(*self.lines)
        result["ranks"] = [{"rank": rank, "from": start, "to": end} for rank, start, end in self.ranks]
        result["assessments"] = assessments(int(started[:4]), number, more.pop("assessed", {}))
        sanctions = more.pop("sanctions", [])
        if candidate:
            result["records"] = {"criminal": [], "expelled_from_party": None, "discharged": None, "dishonesty_list": None,
                                 "political_discipline": [], "canvassing": []}
            result["sanctions"] = sanctions
            result["investigation"] = None
            result["training"] = [{"from": f"{year}-04-11", "to": f"{year}-04-22", "hours": 96, "body": "样例市委党校"}
                                  for year in range(2017, 2023)]
            result["training_hours_required"] = 90
            if not more.pop("undeclared", False):
                result["relatives"] = ([] if more.pop("single", False) else self.relatives()) + more.pop("kin", [])
                result["relatives_declared"] = True
            if candidate == "county":
                result["personal_matters"] = {"reported": "2022-01-20", "changes": [], "verified": more.pop("verified"),
                                              "finding": "consistent", "differences": [], **more.pop("matters", {})}
            if "papers" in more:
                result["born_documents"] = [{"document": paper, "on": on, "born": born} for paper, on, born in more.pop("papers")]
            if "reviewed" in more:
                result["archive"] = {"reviewed": more.pop("reviewed"), "finding": more.pop("archive", "clear")}
        return result

    def relatives(self):
        year = int(self.born[:4])
        term, path = ("妻子", "W") if self.sex == "M" else ("丈夫", "H")
        child, child_path = ("女儿", "D") if int(self.born[5:7]) % 2 else ("儿子", "S")
        return [{"term": term, "path": path, "name": "样例配偶", "born": f"{year + 1}-08", "from": f"{year + 27}-10", "to": None,
                 "employer": "样例市第三小学", "emigrated": None, "business": None},
                {"term": child, "path": child_path, "name": "样例子女", "born": f"{year + 29}-11", "to": None, "employer": "学生",
                 "emigrated": None, "business": None}]


def relative(term, path, person, name, employer):
    return {"term": term, "path": path, "person": person, "name": name, "to": None, "employer": employer, "emigrated": None,
            "business": None}


def leaders():
    """甲: the head, the deputy heads, the discipline head and an official of rank in the Party group."""
    return [
        Cadre("jia01", "M", "1969-05", [
            tenure("1991-08", "科员@linjiang"), tenure("1998-04-10", "副主任@linjiang", leading="township_deputy"),
            tenure("2002-11-15", "office.chief"), tenure("2009-06-26", "epb.deputy1"),
            tenure("2018-03-12", "epb.head")], in_service=("master", "2004-09", "2007-06")),
        Cadre("jia02", "M", "1971-10", [
            tenure("1993-08", "科员@qingshi"), tenure("2000-05-19", "air.deputy"), tenure("2005-07-22", "air.chief"),
            tenure("2012-09-14", "epb.engineer"), tenure("2018-03-12", "epb.deputy1")]),
        Cadre("jia03", "F", "1974-03", [
            tenure("1996-07", "科员@epb.water"), tenure("2003-04-18", "water.deputy"), tenure("2008-10-24", "water.chief"),
            tenure("2016-12-09", "epb.deputy2")]),
        Cadre("jia04", "M", "1976-12", [
            tenure("1998-08", "科员@baishui"), tenure("2006-03-17", "assessment.deputy"),
            tenure("2011-05-27", "assessment.chief"), tenure("2019-11-15", "epb.deputy3")]),
        Cadre("jia05", "M", "1962-04", [
            tenure("1983-08", "科员@qingshi"), tenure("1994-06-10", "monitoring.deputy"),
            tenure("2001-09-21", "monitoring.chief"),
            tenure("2010-04-16", "epb.deputy4", to="2022-04-30",
                   removal={"decided": "2022-04-30", "reason": "到龄退休", "document": "样例市委〔2022〕58号"})]),
        Cadre("jia06", "F", "1973-08", [
            tenure("1995-07", "科员@linjiang"), tenure("2004-02-20", "副主任@linjiang", leading="township_deputy"),
            tenure("2009-03-13", "personnel.chief"), tenure("2014-09-22", "law.chief"),
            tenure("2019-07-26", "discipline.head")]),
        Cadre("jia07", "M", "1964-02", [
            tenure("1986-07", "科员@epb.office"), tenure("1996-11-22", "office.deputy1"), tenure("2003-08-15", "finance.chief"),
            tenure("2008-12-05", "epb.deputy3"), tenure("2019-06-21", "二级调研员@epb", probation=None)],
            [("consultant_2", "2019-06-21", None)], verified="2022-11-29", reviewed="2022-11-29", matters={
                "finding": "omission", "differences": [{"kind": "garage", "nature": "omission"}],
                "changes": [{"matter": "子女婚姻", "happened": "2022-05-10", "reported": "2022-07-01"}]}),
    ]


def chiefs():
    """乙: chiefs of sections."""
    return [
        Cadre("yi01", "F", "1979-04", [
            tenure("2001-08", "科员@qingshi"), tenure("2005-03-21", "科员@epb.office"), tenure("2010-06-18", "office.deputy1"),
            tenure("2014-09-22", "personnel.chief"), tenure("2018-05-14", "office.chief")],
            verified="2022-06-01", reviewed="2022-06-01"),
        Cadre("yi02", "M", "1977-09", [
            tenure("1999-07", "科员@baishui"), tenure("2009-11-27", "personnel.deputy"), tenure("2018-05-14", "personnel.chief")]),
        Cadre("yi03", "F", "1975-06", [
            tenure("1997-08", "科员@epb.finance"), tenure("2007-04-13", "finance.deputy"), tenure("2013-10-18", "finance.chief")]),
        Cadre("yi04", "M", "1980-01", [
            tenure("2002-07", "科员@epb.air"), tenure("2012-12-07", "air.deputy"), tenure("2017-03-31", "air.chief")]),
        Cadre("yi05", "M", "1981-11", [
            tenure("2006-08", "科员@baishui"), tenure("2009-05-12", "科员@epb.monitoring"),
            tenure("2014-11-21", "monitoring.deputy"), tenure("2019-12-20", "monitoring.chief"),
            tenure("2021-06-11", "water.chief")],
            degree="master", verified="2022-08-16", reviewed="2022-08-16"),
        Cadre("yi06", "M", "1978-02", [
            tenure("2000-08", "科员@qingshi"), tenure("2010-09-17", "soil.deputy"), tenure("2016-04-22", "soil.chief")],
            reviewed="2022-03-09"),
        Cadre("yi07", "F", "1982-07", [
            tenure("2005-07", "科员@linjiang"), tenure("2013-06-14", "nature.deputy"), tenure("2019-11-29", "assessment.chief")],
            reviewed="2022-07-19"),
        Cadre("yi08", "M", "1962-09", [
            tenure("1984-07", "技术员@station"), tenure("1990-03", "科员@epb.monitoring"), tenure("2001-06-15", "waste.deputy"),
            tenure("2010-11-12", "waste.chief"),
            tenure("2021-06-11", "monitoring.chief", to="2022-09-30",
                   removal={"decided": "2022-09-30", "reason": "到龄退休", "document": "样例环党〔2022〕61号"})],
            outside=True),
        Cadre("yi09", "M", "1979-12", [
            tenure("2002-08", "科员@baishui"), tenure("2011-08-26", "supervision.deputy"), tenure("2016-10-14", "supervision.chief")]),
    ]


def deputies():
    """丙: deputy chiefs of sections."""
    return [
        Cadre("bing01", "F", "1984-05", [
            tenure("2007-08", "科员@epb.office"), tenure("2017-08-25", "office.deputy1")], reviewed="2022-03-09"),
        Cadre("bing02", "M", "1983-10", [
            tenure("2006-07", "科员@epb.air"), tenure("2018-06-29", "air.deputy")],
            party={"membership": "democratic_party", "joined": "2012-11"}, reviewed="2022-03-09", ethnicity="回族"),
        Cadre("bing03", "M", "1985-03", [
            tenure("2008-08", "科员@qingshi"), tenure("2012-04-16", "科员@epb.soil"), tenure("2018-06-29", "soil.deputy")],
            reviewed="2022-05-09"),
        Cadre("bing04", "F", "1986-09", [
            tenure("2009-07", "科员@epb.assessment"), tenure("2019-06-01", "一级科员@epb.assessment"),
            tenure("2020-07", "assessment.deputy", decided=None, change="promotion",
                   probation={"months": 12, "ended": "2021-07", "confirmed": True})],
            [("staff_1", "2019-06-01", "2020-07")], reviewed="2022-07-19"),
        Cadre("bing05", "M", "1987-12", [
            tenure("2010-08", "科员@epb.monitoring"), tenure("2019-06-01", "一级科员@epb.monitoring"),
            tenure("2021-01-18", "monitoring.deputy")],
            [("staff_1", "2019-06-01", "2021-01-18")], reviewed="2022-09-22"),
        Cadre("bing06", "M", "1982-08", [
            tenure("2005-08", "科员@linjiang"), tenure("2009-02-23", "科员@epb.supervision"),
            tenure("2017-04-28", "supervision.deputy")],
            assessed={2021: "basically_competent"},
            sanctions=[{"kind": "admonition", "decided": "2022-02-25", "influence_until": None, "revoked": None,
                        "conduct": None, "restored": None, "extended": None, "in_lieu": False,
                        "document": "样例环党〔2022〕9号"}], reviewed="2022-11-16"),
        Cadre("bing07", "F", "1981-03", [
            tenure("2004-07", "科员@epb.office"), tenure("2015-10-23", "office.deputy2")]),
        Cadre("bing08", "M", "1980-06", [
            tenure("2003-08", "科员@baishui"), tenure("2018-09-14", "personnel.deputy")]),
        Cadre("bing09", "F", "1983-01", [
            tenure("2005-08", "科员@epb.finance"), tenure("2014-03-28", "finance.deputy")], reviewed="2022-11-23"),
    ]


def branch_leaders():
    """丁: heads and deputy heads of the county branches."""
    return [
        Cadre("ding01", "M", "1962-10", [
            tenure("1984-08", "科员@qingshi"), tenure("2000-07-14", "副镇长@qingshi", leading="township_deputy"),
            tenure("2019-09-20", "east.head", to="2022-10-31",
                   removal={"decided": "2022-10-31", "reason": "到龄退休", "document": "样例环党〔2022〕66号"})]),
        Cadre("ding02", "M", "1976-07", [
            tenure("1999-08", "科员@baishui"), tenure("2011-05-20", "副镇长@baishui", leading="township_deputy"),
            tenure("2019-09-20", "south.head")]),
        Cadre("ding03", "F", "1978-11", [
            tenure("2000-07", "科员@linjiang"), tenure("2012-02-24", "副主任@linjiang", leading="township_deputy"),
            tenure("2019-09-20", "north.head")]),
        Cadre("ding04", "M", "1983-06", [
            tenure("2006-08", "科员@qingshi"), tenure("2016-03-18", "副镇长@qingshi", leading="township_deputy"),
            tenure("2019-09-20", "east.deputy1")], undeclared=True, reviewed="2022-05-09"),
        Cadre("ding05", "F", "1984-12", [
            tenure("2007-07", "科员@qingshi"), tenure("2017-05-26", "副镇长@qingshi", leading="township_deputy"),
            tenure("2019-09-20", "east.deputy2")], reviewed="2022-10-26", ethnicity="满族"),
        Cadre("ding06", "M", "1981-04", [
            tenure("2003-08", "科员@epb.supervision"), tenure("2019-09-20", "west.deputy1")], [("staff_1", "2019-06-01", "2019-09-20")]),
        Cadre("ding07", "M", "1982-10", [
            tenure("2005-07", "科员@baishui"), tenure("2019-09-20", "west.deputy2")], [("staff_1", "2019-06-01", "2019-09-20")]),
        Cadre("ding08", "F", "1980-08", [
            tenure("2002-08", "科员@baishui"), tenure("2019-09-20", "south.deputy1")], [("staff_1", "2019-06-01", "2019-09-20")]),
        Cadre("ding09", "M", "1985-02", [
            tenure("2008-07", "科员@baishui"), tenure("2020-05-22", "south.deputy2")], [("staff_1", "2019-06-01", "2020-05-22")]),
        Cadre("ding10", "M", "1988-05", [
            tenure("2011-08", "科员@linjiang"), tenure("2016-09-12", "科员@epb.north"), tenure("2019-06-01", "一级科员@epb.north"),
            tenure("2021-05-10", "north.deputy1",
                   exceptional={"breaks": ["grade-measures-2020/township-years"], "approved": "2021-04-20"})],
            [("staff_1", "2019-06-01", "2021-05-10")], reviewed="2022-11-16"),
        Cadre("ding11", "F", "1984-09", [
            tenure("2007-08", "科员@linjiang"), tenure("2019-09-20", "north.deputy2")], [("staff_1", "2019-06-01", "2019-09-20")]),
        Cadre("ding12", "M", "1985-07", [
            tenure("2008-08", "科员@linjiang"), tenure("2013-05-13", "科员@epb.central"),
            tenure("2019-06-01", "一级科员@epb.central"), tenure("2020-06-29", "central.deputy1")],
            [("staff_1", "2019-06-01", "2020-06-29")], reviewed="2022-06-09"),
        Cadre("ding13", "F", "1982-02", [
            tenure("2004-08", "科员@linjiang"), tenure("2019-09-20", "central.deputy2")], [("staff_1", "2019-06-01", "2019-09-20")]),
    ]


def ranked(identifier, sex, born, started, first, unit, ranks, **more):
    """An official without a leading post: 科员 until 2019, then the ranks in order."""
    lines = [tenure(started, f"科员@{first}")]
    if first != unit:
        lines.append(tenure(f"{min(int(started[:4]) + 5, 2018)}-03-15", f"科员@{unit}"))
    lines.append(tenure("2019-06-01", f"{RANK_NAMES[ranks[0][0]]}@{unit}"))
    ends = [start for _, start in ranks[1:]] + [None]
    lines += [tenure(start, f"{RANK_NAMES[rank]}@{unit}") for rank, start in ranks[1:]]
    return Cadre(identifier, sex, born, lines, [(rank, start, end) for (rank, start), end in zip(ranks, ends)], **more)


RANK_NAMES = {"principal_staff_1": "一级主任科员", "principal_staff_2": "二级主任科员", "principal_staff_3": "三级主任科员",
              "principal_staff_4": "四级主任科员", "staff_1": "一级科员", "staff_2": "二级科员", "consultant_4": "四级调研员"}


def officials():
    """戊: officials of rank."""
    since = "2019-06-01"
    one = [("staff_1", since)]
    return [
        ranked("wu01", "M", "1980-03", "2003-08", "qingshi", "epb.law", [("principal_staff_4", since)], reviewed="2022-03-09"),
        ranked("wu02", "F", "1976-10", "1999-07", "epb.office", "epb.office", [("principal_staff_2", since), ("principal_staff_1", "2021-12-10")]),
        ranked("wu03", "M", "1978-06", "2001-08", "baishui", "epb.water", [("principal_staff_3", since), ("principal_staff_2", "2020-11-01")],
               assessed={2021: "excellent"}, reviewed="2022-05-09"),
        ranked("wu04", "F", "1990-02", "2013-08", "epb.law", "epb.law", one, reviewed="2022-06-09"),
        ranked("wu05", "M", "1989-07", "2012-08", "linjiang", "epb.water", one, assessed={2021: "competent"},
               sanctions=[{"kind": "party_warning", "decided": "2021-09-10", "influence_until": None, "revoked": None,
                           "conduct": {"from": "2020-03", "to": "2020-05"}, "restored": None, "extended": None,
                           "in_lieu": False, "document": "样例机纪〔2021〕3号"}], reviewed="2022-06-09"),
        ranked("wu06", "F", "1990-11", "2013-07", "epb.air", "epb.air", one, reviewed="2022-06-09"),
        ranked("wu07", "M", "1994-04", "2017-08", "epb.monitoring", "epb.monitoring", [("staff_2", since), ("staff_1", "2020-06-15")],
               assessed={2021: None}, single=True, reviewed="2022-07-19"),
        ranked("wu08", "M", "1988-12", "2011-08", "baishui", "epb.south", one, reviewed="2022-07-19"),
        ranked("wu09", "F", "1991-05", "2014-08", "epb.nature", "epb.nature", one, reviewed="2022-09-22", ethnicity="蒙古族"),
        ranked("wu10", "M", "1990-08", "2013-08", "qingshi", "epb.waste", one, reviewed="2022-09-22"),
        ranked("wu11", "M", "1989-10", "2012-07", "epb.soil", "epb.soil", one, reviewed="2022-10-26"),
        ranked("wu12", "F", "1968-04", "1990-08", "epb.office", "epb.office", [("principal_staff_1", since), ("consultant_4", "2021-08-13")]),
        ranked("wu13", "M", "1974-09", "1996-08", "qingshi", "epb.supervision", [("principal_staff_2", since), ("principal_staff_1", "2021-12-10")]),
        ranked("wu14", "M", "1977-05", "2000-07", "epb.personnel", "epb.personnel", [("principal_staff_2", since)], ethnicity="回族"),
        ranked("wu15", "F", "1979-01", "2001-08", "baishui", "epb.finance", [("principal_staff_4", since), ("principal_staff_3", "2021-09-24")]),
        ranked("wu16", "M", "1981-07", "2004-08", "linjiang", "epb.supervision", [("principal_staff_4", since)]),
        ranked("wu17", "F", "1983-04", "2006-07", "epb.assessment", "epb.assessment", [("principal_staff_4", since)]),
        ranked("wu18", "M", "1985-10", "2008-08", "epb.monitoring", "epb.monitoring", [("staff_1", since), ("principal_staff_4", "2021-09-24")]),
        ranked("wu19", "F", "1987-02", "2010-07", "epb.office", "epb.office", [("staff_1", since), ("principal_staff_4", "2021-09-24")]),
        ranked("wu20", "M", "1992-06", "2015-08", "qingshi", "epb.air", one, reviewed="2022-11-23",
               kin=[relative("表哥", "M.Z.S", "yi09", "样例乙09", "样例市生态环境局")]),
        ranked("wu21", "F", "1993-09", "2016-08", "epb.personnel", "epb.personnel", one, reviewed="2022-11-23",
               kin=[relative("姐姐", "eZ", "jia03", "样例甲03", "样例市生态环境局")]),
        ranked("wu22", "M", "1995-03", "2018-08", "epb.water", "epb.water", [("staff_2", since), ("staff_1", "2021-06-18")]),
        ranked("wu23", "F", "1984-08", "2007-08", "qingshi", "epb.east", [("principal_staff_4", since)]),
        ranked("wu24", "M", "1990-05", "2013-08", "qingshi", "epb.east", one, reviewed="2022-11-23"),
        ranked("wu25", "F", "1982-12", "2005-08", "baishui", "epb.west", [("principal_staff_4", since)]),
        ranked("wu26", "M", "1991-11", "2014-08", "baishui", "epb.west", one, reviewed="2022-11-23"),
        ranked("wu27", "F", "1986-06", "2009-08", "baishui", "epb.south", [("principal_staff_4", since)]),
        ranked("wu28", "M", "1983-03", "2006-08", "linjiang", "epb.north", [("principal_staff_4", since)]),
        ranked("wu29", "F", "1992-01", "2015-08", "linjiang", "epb.north", one, reviewed="2022-11-23", archive="doubtful",
               papers=[("入团志愿书", "2006-05", "1991-01"), ("干部履历表", "2015-09", "1992-01")]),
        ranked("wu30", "M", "1985-01", "2008-07", "linjiang", "epb.central", [("principal_staff_4", since)]),
        ranked("wu31", "F", "1993-12", "2016-07", "linjiang", "epb.central", one, reviewed="2022-11-23",
               kin=[relative("父亲", "F", "jia02", "样例甲02", "样例市生态环境局")]),
        ranked("wu32", "M", "1994-10", "2017-08", "epb.finance", "epb.finance", [("staff_2", since), ("staff_1", "2020-12-18")]),
    ]


# ---- meetings and appointments ------------------------------------------------------------------------------

PARTY_GROUP = "中共样例市生态环境局党组"
CITY = "中共样例市委常委会"


class Meeting:
    """A meeting that decides, with the dates of the steps before and after it."""

    def __init__(self, on, body, attendees, due, motion, talks, recommended, candidates, preview, inspection,
                 checked, integrity, consulted, notice, letter):
        self.on, self.body, self.attendees, self.due = on, body, attendees, due
        self.motion, self.talks, self.recommended, self.candidates = motion, talks, recommended, candidates
        self.preview, self.inspection, self.checked = preview, inspection, checked
        self.integrity, self.consulted, self.notice, self.letter = integrity, consulted, notice, letter


def y(*texts):
    return tuple(f"2022-{text}" for text in texts)


OLD_GROUP = ["jia01", "jia02", "jia03", "jia04", "jia05", "jia06", "jia07"]
SMALL_GROUP = [member for member in OLD_GROUP if member != "jia05"]
NEW_GROUP = ["jia01", "jia02", "jia03", "jia04", "yi01", "jia06", "jia07"]
STANDING = [f"样例市委常委{number:02}" for number in range(1, 12)]

MEETINGS = {
    "march": Meeting(*y("03-21"), "party_group", OLD_GROUP, 7, *y("02-14"), y("02-21", "02-22"), *y("02-23", "02-28", "03-01"),
                     y("03-02", "03-08"), *y("03-09"), y("03-09", "03-14"), *y("03-17"), y("03-23", "03-30"), *y("03-31")),
    "may": Meeting(*y("05-16"), "party_group", SMALL_GROUP, 6, *y("04-11"), y("04-18", "04-19"), *y("04-20", "04-25", "04-26"),
                   y("04-27", "05-06"), *y("05-09"), y("05-06", "05-10"), *y("05-12"), y("05-18", "05-25"), *y("05-26")),
    "june": Meeting(*y("06-20"), "party_group", SMALL_GROUP, 6, *y("05-16"), y("05-23", "05-24"), *y("05-25", "05-30", "05-31"),
                    y("06-01", "06-08"), *y("06-09"), y("06-09", "06-14"), *y("06-16"), y("06-22", "06-29"), *y("06-30")),
    "city-june": Meeting(*y("06-13"), "standing_committee", STANDING, 11, *y("05-06"), y("05-10", "05-11"),
                         *y("05-12", "05-18", "05-19"), y("05-20", "05-27"), *y("06-01"), y("05-30", "06-06"), *y("06-09"),
                         y("06-15", "06-22"), *y("06-24")),
    "july": Meeting(*y("07-25"), "party_group", NEW_GROUP, 7, *y("06-27"), y("07-01", "07-04"), *y("07-05", "07-08", "07-11"),
                    y("07-12", "07-18"), *y("07-19"), y("07-18", "07-20"), *y("07-22"), y("07-27", "08-03"), *y("08-04")),
    "city-august": Meeting(*y("08-22"), "standing_committee", STANDING, 11, *y("07-11"), y("07-13", "07-14"),
                           *y("07-15", "07-20", "08-08"), y("08-09", "08-15"), *y("08-16"), y("08-15", "08-17"), *y("08-19"),
                           y("08-24", "08-31"), *y("09-02")),
    "september": Meeting(*y("09-28"), "party_group", NEW_GROUP[:-1], 7, *y("09-05"), y("09-07", "09-08"),
                         *y("09-09", "09-14", "09-15"), y("09-16", "09-21"), *y("09-22"), y("09-21", "09-23"), *y("09-26"),
                         y("09-29", "10-12"), *y("10-13")),
    "october": Meeting(*y("10-31"), "party_group", ["jia01", "jia02", "jia04", "yi01", "jia06"], 7, *y("09-26"),
                       y("10-10", "10-11"), *y("10-12", "10-17", "10-18"), y("10-19", "10-25"), *y("10-26"),
                       y("10-25", "10-27"), *y("10-28"), y("11-02", "11-09"), *y("11-10")),
    "november": Meeting(*y("11-28"), "party_group", NEW_GROUP, 7, *y("10-24"), y("10-31", "11-01"), *y("11-02", "11-07", "11-08"),
                        y("11-09", "11-15"), *y("11-16"), y("11-15", "11-18"), *y("11-24"), y("11-30", "12-07"), *y("12-08")),
    "december": Meeting(*y("12-05"), "party_group", NEW_GROUP, 7, *y("10-31"), y("11-07", "11-08"), *y("11-09", "11-14", "11-15"),
                        y("11-16", "11-22"), *y("11-23"), y("11-22", "11-25"), *y("12-01"), y("12-07", "12-14"), *y("12-15")),
    "city-december": Meeting(*y("12-12"), "standing_committee", STANDING, 11, *y("11-04"), y("11-09", "11-10"),
                             *y("11-11", "11-16", "11-17"), y("11-18", "11-25"), *y("11-29"), y("11-28", "12-02"), *y("12-08"),
                             y("12-14", "12-21"), *y("12-22")),
}


TEAM = ["样例考察员01", "样例考察员02", "样例考察员03"]


def procedure(meeting, row):
    at = MEETINGS[meeting]
    kind, post_id = row["kind"], row["post"]
    raises = kind in ("promotion", "rank_promotion")
    votes = row.get("votes", {"in_favour": len(at.attendees), "against": 0, "deferred": 0})
    signed_by = ["head", "discipline_head"] if at.body == "party_group" else ["secretary", "discipline_secretary"]
    result = {
        "analysis": {"on": days_later(at.motion, -25)},
        "motion": {"on": at.motion, "document": f"样例环动议〔2022〕{row['id'][-2:]}号"},
        "recommendation": {
            "directed": True, "for_post": post_id,
            "talks": {"from": at.talks[0], "to": at.talks[1], "people": 21},
            "meeting": {"on": at.recommended, "entitled": 46, "attended": 42, "reference_candidates": 3}, "waived": None},
        "candidates": {"on": at.candidates, "names": 2, "excluded": []},
        "inspection": {"preview": at.preview, "from": at.inspection[0], "to": at.inspection[1],
                       "team": TEAM, "talks": 18},
        "archive_review": {"on": at.checked, "finding": row.get("archive", "clear")},
        "personal_matters_check": {"on": at.checked, "finding": row.get("matters", "consistent")} if at.body == "standing_committee" else None,
        "integrity_opinion": {"requested": at.integrity[0], "on": at.integrity[1], "opinion": "no_objection"},
        "petition_check": {"on": at.integrity[1], "finding": "none"},
        "integrity_conclusion": {"on": at.integrity[1], "signed_by": signed_by},
        "audit": {"required": False},
        "consultation": {"on": at.consulted, "other_side": None, "united_front": row.get("united_front")},
        "discussion": {
            "on": at.on, "body": at.body, "members": at.due, "due": at.due, "present": len(at.attendees), **votes,
            "attendees": at.attendees, "recused": [], "principal_spoke_last": True, "each_stated": True,
            "exception_explained": True if row.get("exceptional") else None, "ballot": "show_of_hands",
            "reconsidered": None, "plenary_ballot": None},
        "integrity_exam": {"on": days_later(at.on, 1), "score": 92, "pass_mark": 80},
        "notice": {"from": row.get("notice", at.notice)[0], "to": row.get("notice", at.notice)[1],
                   "states_exception": bool(row.get("exceptional")), "legible": True, "complete": True, "objections": 0, "result": "clear"},
        "appointment": {"on": row.get("letter", at.letter), "effective": row.get("letter", at.letter)},
        "talk": {"on": row.get("letter", at.letter)},
        "filing": {"on": days_later(row.get("letter", at.letter), 7)}, "record_book": {"complete": True, "missing": []},
        "departures": []}
    if "recused" in row:
        at_table = [member for member in at.attendees if member != row["recused"]]
        result["discussion"].update(present=len(at_table), in_favour=len(at_table), attendees=at_table,
                                    recused=[{"id": row["recused"], "because": "kin", "left": True}])
    if "inspection" in row:
        result["inspection"] = row["inspection"]
    if kind == "retirement":
        for step in ("analysis", "motion", "recommendation", "candidates", "inspection", "archive_review", "personal_matters_check",
                     "integrity_opinion", "petition_check", "integrity_conclusion", "consultation", "integrity_exam", "talk"):
            result[step] = None
        result["appointment"] = {"on": row["effective"], "effective": row["effective"]}
        result["filing"] = {"on": row["effective"]}
    if kind == "rank_promotion":
        result["recommendation"]["directed"] = False
        del result["recommendation"]["for_post"]
        result["integrity_exam"] = None
    if not raises:
        result["notice"] = None
    if kind == "lateral":
        result["recommendation"] = None
    result.update(row.get("procedure", {}))
    return result


def attested(rule, on, document, body):
    return {"rule": rule, "by": PARTY_GROUP if body == "party_group" else CITY, "on": on, "document": document, "holds": True}


# Whether a deputy head is over a unit that another one is in charge of is left to people.
KIN_RULES = ["appointment-regulations-2019/52", "cadre-avoidance-2006/3", "civil-servant-avoidance-2020/5",
             "civil-servant-avoidance-2020/6", "civil-servant-law-2018/74.1/direct-superior"]


def appointment(row):
    at = MEETINGS[row["meeting"]]
    exceptional = row.get("exceptional")
    result = {"id": row["id"], "candidate": row["candidate"], "post": row["post"], "kind": row["kind"]}
    if row["kind"] == "rank_promotion":
        result["organisation"] = row["organisation"]
    if row["kind"] == "promotion":
        result["probation"] = row.get("probation", {"months": 12, "ended": None})
    result["retirement"] = {"way": row["way"], "applied": row.get("applied"), "approved": row.get("approved")} \
        if row["kind"] == "retirement" else None
    result["treatment"] = None
    result["mechanism"] = {"kind": "encouragement", "found": row["encouraged"], "document": "样例市生态环境局鼓励激励认定表"} \
        if "encouraged" in row else None
    result["way"] = "individual"
    result["to_rank"] = row.get("to_rank")
    result["vacates"] = row.get("vacates", [])
    result["term_renewal"] = False
    result["exceptional"] = exceptional
    result["prior_reports"] = [{"matter": "exceptional", "reported": exceptional["requested"], "approved": exceptional["approved"]}] \
        if exceptional else row.get("prior_reports", [])
    if row["kind"] == "retirement":
        rules = []
    elif row["kind"] == "rank_promotion":
        rules = [("rank-promotion-2019", at.on, "职级晋升会议纪要")]
    else:
        # Only the qualitative items of article 24: its dates and results are for the records.
        rules = [("appointment-regulations-2019/7", at.on, "考察材料、党组会议纪要")]
        rules.append(("appointment-regulations-2019/23", at.candidates, "考察对象确定会议纪要"))
        rules += [(f"appointment-regulations-2019/24.1.{item}", at.candidates, "考察对象确定会议纪要")
                  for item in ("2", "6/after-period", "7")]
    if exceptional:
        rules.append(("appointment-regulations-2019/9", at.on, "破格提拔专题报告"))
    if "recused" in row:
        rules += [(rule, at.consulted, "任职回避核查意见") for rule in KIN_RULES]
    result["attestations"] = [attested(rule, on, document, at.body) for rule, on, document in rules]
    result["procedure"] = procedure(row["meeting"], row)
    result["x-about"] = row["about"]
    return result


def exception(breaks, ground, requested, approved):
    above = "样例市委组织部" if breaks == [TOWNSHIP_YEARS] else "样例省委组织部"
    return {"type": "qualification", "breaks": breaks, "ground": ground, "approved_by": above, "requested": requested,
            "approved": approved}


TOWNSHIP_YEARS = "grade-measures-2020/township-years"


def appointments():
    promotion, lateral, further, rank = "promotion", "lateral", "further_use", "rank_promotion"
    retirement = "retirement"
    rows = [
        dict(meeting="march", candidate="bing01", post="law.chief", kind=promotion, vacates=["office.deputy1"], encouraged="2022-03-01",
             about="副主任满四年，提任科长"),
        dict(meeting="march", candidate="bing02", post="nature.chief", kind=promotion, vacates=["air.deputy"],
             united_front={"on": "2022-03-15", "opinion": "agree"}, about="党外干部提任科长，已征求统战部门意见"),
        dict(meeting="march", candidate="yi06", post="waste.chief", kind=lateral, vacates=["soil.chief"], about="科长平职轮岗"),
        dict(meeting="march", candidate="wu01", post=None, kind=rank, organisation="epb", to_rank="principal_staff_3",
             about="四级主任科员满两年，晋升三级"),
        dict(meeting="may", candidate="ding04", post="west.head", kind=promotion, vacates=["east.deputy1"],
             about="缺材料：亲属情况没有申报"),
        dict(meeting="may", candidate="wu03", post=None, kind=rank, organisation="epb", to_rank="principal_staff_1",
             about="二级主任科员一年半，其间一年优秀，缩短半年"),
        dict(meeting="may", candidate="bing03", post="soil.chief", kind=promotion, vacates=["soil.deputy"],
             procedure={"recommendation": None}, about="问题：没有民主推荐"),
        dict(meeting="june", candidate="ding12", post="central.head", kind=promotion, vacates=["central.deputy1"],
             about="问题：任副职差九天满两年"),
        dict(meeting="june", candidate="wu04", post="law.deputy", kind=promotion, about="一级科员满三年，提任副科长"),
        dict(meeting="june", candidate="wu05", post="water.deputy", kind=promotion, about="问题：党内警告影响期未满"),
        dict(meeting="june", candidate="wu06", post="air.deputy", kind=promotion, notice=y("06-22", "06-28"), letter="2022-06-29",
             about="公示起始日计入才满五个工作日，留待判断"),
        dict(meeting="city-june", candidate="yi01", post="epb.deputy4", kind=promotion, vacates=["office.chief"],
             about="市委决定：科长提任副局长"),
        dict(meeting="city-august", candidate="yi05", post="epb.engineer", kind=promotion, vacates=["water.chief"],
             exceptional=exception(["appointment-regulations-2019/8.1.3"], "specialist_need", "2022-07-25", "2022-08-05"),
             about="市委决定：破格提任总工程师，会前已批复"),
        dict(meeting="july", candidate="yi07", post="office.chief", kind=further, vacates=["assessment.chief"], encouraged="2022-07-04",
             about="科长进一步使用"),
        dict(meeting="july", candidate="bing04", post="assessment.chief", kind=promotion, vacates=["assessment.deputy"],
             about="缺材料：任副职的日期只记到月，恰差在当月"),
        dict(meeting="july", candidate="wu07", post=None, kind=rank, organisation="epb", to_rank="principal_staff_4",
             about="缺材料：上年度考核结果没有归档"),
        dict(meeting="july", candidate="wu08", post="south.deputy3", kind=promotion, about="问题：分局副职核定两名，已配两名"),
        dict(meeting="september", candidate="wu09", post="nature.deputy", kind=promotion, notice=y("09-29", "10-08"),
             letter="2022-10-10", about="问题：公示跨国庆假期，只有三个工作日"),
        dict(meeting="september", candidate="wu10", post="waste.deputy", kind=promotion, about="公示跨国庆假期，满五个工作日"),
        dict(meeting="september", candidate="bing05", post="water.chief", kind=promotion, vacates=["monitoring.deputy"],
             exceptional=exception([TOWNSHIP_YEARS], "specialist_need", "2022-09-19", "2022-10-08"),
             about="问题：破格的批复在会议之后"),
        dict(meeting="october", candidate="wu11", post="soil.deputy", kind=promotion,
             votes={"in_favour": 3, "against": 0, "deferred": 2}, about="问题：同意票过到会半数，未过应到会半数"),
        dict(meeting="october", candidate="ding05", post="office.deputy1", kind=lateral, vacates=["east.deputy2"],
             about="分局副局长平职交流到机关"),
        dict(meeting="november", candidate="bing06", post="monitoring.chief", kind=promotion, vacates=["supervision.deputy"],
             about="问题：上一年年度考核为基本称职"),
        dict(meeting="november", candidate="ding10", post="east.head", kind=promotion, vacates=["north.deputy1"],
             exceptional=exception([TOWNSHIP_YEARS], "hard_area_need", "2022-11-09", "2022-11-17"),
             about="问题：在任职年限上连续破格"),
        dict(meeting="december", candidate="wu24", post="east.deputy2", kind=promotion,
             inspection={"preview": "2022-11-09", "from": "2022-11-10", "to": "2022-11-11", "team": TEAM, "talks": 18},
             about="问题：考察在前，确定考察对象在后"),
        dict(meeting="december", candidate="wu20", post="supervision.deputy", kind=promotion, about="问题：与科长是表兄弟"),
        dict(meeting="december", candidate="wu29", post="north.deputy1", kind=promotion, archive="doubtful",
             about="问题：档案所载出生时间不一，任前没有认定"),
        dict(meeting="december", candidate="wu31", post="monitoring.deputy", kind=promotion, recused="jia02",
             prior_reports=[{"matter": "near_kin", "reported": "2022-11-15", "approved": "2022-11-24"}],
             about="局领导的近亲属，事先报告并经同意，该领导回避"),
        dict(meeting="december", candidate="wu21", post="assessment.deputy", kind=promotion, recused="jia03",
             about="问题：局领导的近亲属，没有事先报告"),
        dict(meeting="december", candidate="wu26", post="east.deputy1", kind=promotion, probation=None, about="问题：没有规定试用期"),
        dict(meeting="december", candidate="bing09", post="station.head", kind=promotion, vacates=["finance.deputy"],
             about="事业单位负责人，参照执行"),
        dict(meeting="december", candidate="wu12", post=None, kind=retirement, way="early", applied="2022-10-10", approved="2022-11-28",
             effective="2022-12-31",
             about="工作满三十年，经批准提前退休"),
        dict(meeting="city-december", candidate="jia07", post=None, kind=rank, organisation="epb", to_rank="consultant_1",
             matters="omission", about="问题：家庭情况变化超过三十日才报告；查核漏报，是否影响使用待研判"),
    ]
    rows.sort(key=lambda row: MEETINGS[row["meeting"]].on)
    for number, row in enumerate(rows, 1):
        row["id"] = f"2022-{number:02}"
    return [appointment(row) for row in rows]


# ---- the dossier --------------------------------------------------------------------------------------------

def dossier():
    decided = appointments()
    candidates = {entry["candidate"]: "county" if entry["procedure"]["discussion"]["body"] == "standing_committee" else "township"
                  for entry in decided}
    people = leaders() + chiefs() + deputies() + branch_leaders() + officials()
    return {
        "x-note": "样例：单位、人员、地名、文号均为虚构 / a sample: every organ, person, place and document is invented",
        "schema": "xuanren.dossier/1", "as_of": "2022-12-31",
        "organisations": organisations(), "posts": list(POSTS.values()),
        "cadres": [person.document(number, candidates.get(person.identifier)) for number, person in enumerate(people)],
        "appointments": decided}


def one_line(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)}: {one_line(item)}" for key, item in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(one_line(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def columns(text):
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def filled(parts, indent):
    """Parts set one after another, with a new line where the width runs out."""
    lines, line = [], ""
    for part in parts:
        if line and columns(indent + line + " " + part) > WIDTH:
            lines.append(line)
            line = part
        else:
            line = f"{line} {part}" if line else part
    return ("\n" + indent).join(lines + [line])


def pretty(value, indent=""):
    """JSON to be read by people: what fits stands on one line, short parts share lines."""
    line = one_line(value)
    if not isinstance(value, (dict, list)) or columns(indent + line) <= WIDTH - 2:
        return line
    inner = indent + "  "
    if isinstance(value, list):
        parts = [pretty(item, inner) for item in value]
    else:
        parts = [f"{json.dumps(key)}: {pretty(item, inner)}" for key, item in value.items()]
    parts = [part + "," for part in parts[:-1]] + parts[-1:]
    groups = []  # long parts stand alone, short ones share a line
    for alone, members in itertools.groupby(parts, lambda part: "\n" in part or isinstance(value, list) and columns(part) > 60):
        groups += list(members) if alone else [filled(list(members), inner)]
    body = ("\n" + inner).join(groups)
    return f"[\n{inner}{body}\n{indent}]" if isinstance(value, list) else f"{{ {body} }}"


def main():
    text = pretty(dossier()) + "\n"
    target = HERE / "bureau.json"
    if "--check" in sys.argv[1:]:
        same = target.read_text(encoding="utf-8") == text
        print("bureau.json is up to date" if same else "bureau.json differs from the tables")
        return 0 if same else 1
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
