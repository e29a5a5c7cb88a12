// tests/support/gen_dossier.hpp
#pragma once

#include <xuanren/io/dossier_keys.hpp>
#include <xuanren/records/dossier.hpp>

#include <support/gen.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren::testing {

/// How full a generated dossier is.
struct dossier_size {
    int organisations = 4, posts = 8, cadres = 6, appointments = 4;
    int list = 3;           ///< most items of an inner list
    int kept_percent = 60;  ///< of the keys
    bool odd = true;        ///< nulls, words for the unknown, foreign keys, odd texts
};

/// Fills records by the tables of their keys, so that every key of the format occurs.
class dossier_gen {
public:
    dossier_gen(gen& g, dossier_size size) : gen_(g), size_(size) {}

    /// A dossier that the reader accepts, whatever the seed.
    [[nodiscard]] dossier make() {
        dossier d;
        if (keeps()) d.as_of = gen_.date(2020, 2030);
        fill_list(d.organisations, size_.organisations, "o");
        fill_list(d.posts, size_.posts, "p");
        fill_list(d.cadres, size_.cadres, "c");
        fill_list(d.appointments, size_.appointments, "a");
        if (size_.odd) {
            d.has_posts = !d.posts.empty() || gen_.one_in(2);
            d.has_appointments = !d.appointments.empty() || gen_.one_in(2);
        }
        for (std::size_t i = 0; i < d.organisations.size(); ++i) {
            organisation& o = d.organisations[i];
            refer(o.parent, d.organisations, i);  // to an earlier one: no circle
            if (!o.establishments.has_value()) continue;
            int year = 1990;
            for (establishment& e : *o.establishments) {
                e.from = civil_date(year, 3, 1);
                e.to = civil_date(year += 4, 3, 1);
            }
        }
        for (std::size_t i = 0; i < d.posts.size(); ++i) {
            refer(d.posts[i].organisation, d.organisations, d.organisations.size());
            refer(d.posts[i].reports_to, d.posts, i);
        }
        for (cadre& c : d.cadres) {
            if (c.tenures.has_value())
                for (tenure& t : *c.tenures) {
                    refer(t.post, d.posts, d.posts.size());
                    refer(t.organisation, d.organisations, d.organisations.size());
                }
            if (c.relatives.has_value())
                for (relative& r : *c.relatives) refer(r.person, d.cadres, d.cadres.size());
        }
        for (appointment& a : d.appointments) {
            a.candidate = d.cadres.empty() ? "" : gen_.one_of(d.cadres).id;
            refer(a.post, d.posts, d.posts.size());
            refer(a.organisation, d.organisations, d.organisations.size());
            if (a.vacates.has_value()) {
                a.vacates->clear();
                if (!d.posts.empty()) a.vacates->push_back(gen_.one_of(d.posts).id);
            }
            if (a.procedure.has_value() && a.procedure->recommendation.has_value())
                refer(a.procedure->recommendation->for_post, d.posts, d.posts.size());
        }
        if (d.cadres.empty()) d.appointments.clear();
        return d;
    }

private:
    [[nodiscard]] bool keeps() { return gen_.between(1, 100) <= size_.kept_percent; }

    template <class Record>
    void fill_list(std::vector<Record>& list, int count, const char* prefix) {
        if (size_.odd) count = static_cast<int>(gen_.between(0, count));
        for (int i = 0; i < count; ++i) {
            fill(detail::shape_of_record<Record>, &list.emplace_back());
            list.back().id = prefix + std::to_string(i);
        }
    }

    /// One of the first `end` records, or no reference where there is none.
    template <class Record>
    void refer(field<std::string>& reference, const std::vector<Record>& records, std::size_t end) {
        if (!reference.has_value()) return;
        if (end == 0)
            reference.reset();
        else
            reference = records[static_cast<std::size_t>(
                                    gen_.between(0, static_cast<std::int64_t>(end) - 1))]
                            .id;
    }

    void fill(const detail::object_shape& shape, void* record) {
        for (const detail::key_shape& key : shape.keys) {
            if (!key.is(detail::required) && !keeps()) continue;
            fill(key, key.member(record));
        }
        if (!size_.odd || !gen_.one_in(6)) return;
        const std::string key =
            gen_.one_of(std::vector<std::string>{"x-note", "hobby", "a/b~c", "备注", ""});
        const std::string json = gen_.one_of(std::vector<std::string>{
            "null", "-0.10e+2", "[1,{\"a\":[]}]", "\"\\\"\\n“\"", "18446744073709551616"});
        shape.extras(record).push_back({key, json});
    }

    void fill(const detail::key_shape& key, void* member) {
        const detail::value_shape& value = *key.value;
        using detail::json_kind;
        if (size_.odd && key.is(detail::nullable) && gen_.one_in(4)) {
            value.set_null(member);
            return;
        }
        const bool may_be_unknown =
            value.kind == json_kind::date || value.kind == json_kind::boolean ||
            value.kind == json_kind::integer || value.kind == json_kind::decimal ||
            value.kind == json_kind::word;
        if (size_.odd && may_be_unknown && gen_.one_in(12)) {
            value.set_unknown(member, static_cast<unknown_word>(gen_.between(0, 4)));
            return;
        }
        const auto most = static_cast<std::int64_t>(key.most < 1000    ? key.most
                                                    : key.least > 1000 ? key.most
                                                                       : 1000);
        switch (value.kind) {
            case json_kind::text:
                *static_cast<std::string*>(value.open(member)) = text(key);
                break;
            case json_kind::date:
                *static_cast<field<civil_date>*>(member) = date(key.key);
                break;
            case json_kind::boolean:
                *static_cast<field<bool>*>(member) = gen_.one_in(2);
                break;
            case json_kind::integer:
                *static_cast<field<std::int64_t>*>(member) =
                    gen_.between(static_cast<std::int64_t>(key.least), most);
                break;
            case json_kind::decimal:
                *static_cast<field<double>*>(member) =
                    static_cast<double>(gen_.between(0, 4000)) / (gen_.one_in(2) ? 4 : 10);
                break;
            case json_kind::word:
                value.set_word(member, word(value));
                break;
            case json_kind::object:
                fill(*value.object, value.open(member));
                break;
            case json_kind::texts: {
                auto& list = *static_cast<std::vector<std::string>*>(value.open(member));
                for (auto n = items(); n > 0; --n) list.push_back(text(key));
                break;
            }
            case json_kind::words:
                value.open(member);
                for (auto n = items(); n > 0; --n) value.set_word(member, word(value));
                break;
            case json_kind::objects: {
                void* list = value.open(member);
                for (auto n = items(); n > 0; --n) fill(*value.object, value.append(list));
                break;
            }
        }
    }

    [[nodiscard]] std::int64_t items() { return gen_.between(size_.odd ? 0 : 1, size_.list); }
    [[nodiscard]] std::string_view word(const detail::value_shape& value) {
        return gen_.one_of(value.words->words).english;
    }
    /// What begins does so before 2010, what ends does so after.
    [[nodiscard]] civil_date date(std::string_view key) {
        const bool early = key == "from" || key == "since" || key == "decided" || key == "joined" ||
                           key == "noticed";
        return early ? gen_.date(1980, 2009) : gen_.date(2010, 2030);
    }
    [[nodiscard]] std::string text(const detail::key_shape& key) {
        static const std::vector<std::string> plain = {"市生态环境局",
                                                       "大气环境科科长",
                                                       "样例市东县",
                                                       "样例〔2019〕7号",
                                                       "appointment-regulations-2019/8.1.3",
                                                       "610402"};
        static const std::vector<std::string> odd = {
            "",     "不详",     "\"\\/\b\f\n\r\t\x01", "买买提·吐尔逊", "𠮷", "\u3000",
            "null", "２０２４", std::string("a\0b", 3)};
        if (size_.odd && !key.is(detail::identifier) && gen_.one_in(5)) return gen_.one_of(odd);
        return gen_.one_of(plain);
    }

    gen& gen_;
    dossier_size size_;
};

}  // namespace xuanren::testing
