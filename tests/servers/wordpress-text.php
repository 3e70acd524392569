<?php
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Sentences, titles and blocks, in English or in Chinese. */

const OPENINGS = ['Officials in %s said on Tuesday that', 'The report on %s, which runs to 214 pages, found that',
    'In a statement from %s,', 'Researchers at the University of %s argue that', 'Residents of %s told reporters that',
    'Despite the delays,', 'For the third year running,', 'According to two people briefed on the matter,'];
const FACTS = ['the committee would publish its findings', 'prices rose 3.4%% in the quarter',
    'a new telescope had recorded the signal', 'the team won by 4–2 after extra time',
    'the museum’s restorers uncovered an earlier portrait', 'the bridge will reopen in the spring',
    'farmers had lost half of the harvest', 'the court declined to hear the appeal'];
const ENDINGS = ['and the work is expected to cost $1.2 billion', 'though critics doubt the figures',
    'while the opposition called it “a first step”', 'as demand for electricity keeps growing',
    'because nobody had asked the people of %s'];
const PLACES = ['Aarhus', 'Bergen', 'Cádiz', 'Dunedin', 'Essen', 'Fargo', 'Galway', 'Hanoi', 'Izmir', 'Jaipur',
    'Kyoto', 'Lisbon', 'Malmö', 'Nairobi', 'Oaxaca', 'Perth', 'Quito', 'Riga', 'São Paulo', 'Tbilisi',
    'Utrecht', 'Vilnius', 'Winnipeg', 'Xalapa', 'Yerevan', 'Zürich'];
const CHINESE_OPENINGS = ['%s官员周二表示', '据%s当地媒体报道', '%s大学的研究人员指出', '专家认为', '一份关于%s的报告显示'];
const CHINESE_FACTS = ['第三季度物价上涨百分之三点四', '新的望远镜记录到了这一信号', '球队在加时赛后以四比二获胜',
    '博物馆的修复人员发现了更早的画像', '大桥将于明年春天重新开放', '农民损失了一半的收成'];
const CHINESE_ENDINGS = ['法院拒绝受理上诉', '预计工程耗资十二亿元', '但批评者对这些数字表示怀疑', '因为电力需求持续增长'];
const CHINESE_PLACES = ['上海', '广州', '成都', '西安', '台北', '香港', '武汉', '拉萨', '哈尔滨'];
const TAGS = ['economy', 'Élections', 'space', '科学', 'C++ & Rust', 'health', 'climate', 'football',
    'film', 'trade', 'education', '北京', 'AI', 'opinion', 'photo essay', 'long read'];

function one_of(array $list)
{
    return $list[mt_rand(0, count($list) - 1)];
}

function tag(): string
{
    return one_of(TAGS);
}

// Chooses what sentences speak of, and in which language, until the next call.
function begin_story(bool $chinese): void
{
    $GLOBALS['chinese'] = $chinese;
    $GLOBALS['place'] = one_of($chinese ? CHINESE_PLACES : PLACES);
}

function opening(): string
{
    global $chinese, $place;
    return $chinese ? sprintf(one_of(CHINESE_OPENINGS) . '，' . one_of(CHINESE_FACTS), $place)
        : sprintf(one_of(OPENINGS) . ' ' . one_of(FACTS), $place);
}

function sentence(): string
{
    global $chinese, $place;
    return opening() . ($chinese ? '，' . one_of(CHINESE_ENDINGS) . '。'
        : sprintf(', ' . one_of(ENDINGS) . '.', $place));
}

// Sentences with some of the marks that editors put inside a paragraph
function prose(int $sentences): string
{
    $marks = ['%s', '%s', '%s', '%s', '<strong>%s</strong>', '<em>%s</em>',
        '<a href="https://example.org/story?a=1&amp;b=2" target="_blank" rel="noreferrer noopener">%s</a>',
        '<mark>%s</mark>', '%s H<sub>2</sub>O, 10<sup>6</sup>, <code>a &lt; b</code> &amp; AT&amp;T.',
        '%s<br>', '<span style="color:#a30000">%s</span>', '%s&nbsp;😀', '<s>%s</s> <kbd>Ctrl</kbd>'];
    $html = [];
    for (; $sentences > 0; $sentences--) {
        $html[] = sprintf(one_of($marks), sentence());
    }
    return implode(' ', $html);
}

function block(string $name, array $attributes, string $html): string
{
    return get_comment_delimited_block_content($name, $attributes, "\n$html\n") . "\n\n";
}

function paragraph(): string
{
    return block('paragraph', [], '<p>' . prose(mt_rand(1, 6)) . '</p>');
}

function heading(): string
{
    $level = mt_rand(2, 4);
    return block('heading', ['level' => $level], "<h$level class=\"wp-block-heading\">" . opening() . "</h$level>");
}

function title(int $i): string
{
    $titles = [
        0 => 'Q&amp;A: Is “free” trade worth it? AT&amp;T, R&amp;D &#8212; and <em>you</em>',
        1 => 'Ünïcödé, עברית, العربية, 日本語 and 👩‍👩‍👧 in one title',
        2 => 'A story behind a password',
        3 => 'A story without a body',
        4 => 'A very long story',
        5 => 'A story from the classic editor',
        6 => 'A story whose picture is gone',
        7 => 'A story in no category',
        8 => '',
        12 => str_repeat('A title that goes on and on ', 12),
    ];
    return $titles[$i] ?? opening() . ($i % 3 ? '' : " &#8211; No. $i");
}

function special(): string
{
    static $next = 0;
    $s = fn() => sentence();
    $blocks = [
        ['quote', [], "<blockquote class=\"wp-block-quote\">" . paragraph() . "<cite>{$s()}</cite></blockquote>"],
        ['list', [], "<ul class=\"wp-block-list\"><li>{$s()}</li><li>{$s()}<ul><li>{$s()}</li><li>{$s()}</li></ul></li></ul>"],
        ['list', ['ordered' => true, 'start' => 3], "<ol start=\"3\"><li>{$s()}</li><li>{$s()}</li></ol>"],
        ['table', [], '<figure class="wp-block-table"><table class="has-fixed-layout"><thead><tr><th>Year</th><th>Value</th><th>Note</th></tr></thead><tbody>'
            . "<tr><td>2024</td><td>3.4%</td><td>{$s()}</td></tr><tr><td colspan=\"2\">2025</td><td>&lt;none&gt;</td></tr>"
            . "</tbody></table><figcaption class=\"wp-element-caption\">{$s()}</figcaption></figure>"],
        ['embed', ['url' => 'https://www.youtube.com/watch?v=aqz-KE-bpKQ', 'type' => 'video', 'providerNameSlug' => 'youtube'],
            "<figure class=\"wp-block-embed is-type-video is-provider-youtube\"><div class=\"wp-block-embed__wrapper\">\nhttps://www.youtube.com/watch?v=aqz-KE-bpKQ\n</div></figure>"],
        ['html', [], '<iframe width="560" height="315" src="https://www.youtube.com/embed/aqz-KE-bpKQ" title="Video" allowfullscreen></iframe>'],
        ['html', [], "<script>document.write('never')</script><style>p { color: red }</style><div onclick=\"alert(1)\">{$s()}</div>"],
        ['code', [], "<pre class=\"wp-block-code\"><code>int main(void)\n{\n    return a &lt; b &amp;&amp; c;\n}</code></pre>"],
        ['preformatted', [], "<pre class=\"wp-block-preformatted\">one   two\n  three</pre>"],
        ['verse', [], "<pre class=\"wp-block-verse\">{$s()}\n    {$s()}</pre>"],
        ['pullquote', [], "<figure class=\"wp-block-pullquote\"><blockquote><p>{$s()}</p><cite>Anon.</cite></blockquote></figure>"],
        ['separator', [], '<hr class="wp-block-separator has-alpha-channel-opacity"/>'],
        ['details', [], "<details class=\"wp-block-details\"><summary>{$s()}</summary>" . paragraph() . '</details>'],
        ['columns', [], '<div class="wp-block-columns"><div class="wp-block-column">' . paragraph()
            . '</div><div class="wp-block-column">' . paragraph() . '</div></div>'],
        ['buttons', [], '<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/about-us/">Read on</a></div></div>'],
        ['audio', [], '<figure class="wp-block-audio"><audio controls src="https://example.org/talk.mp3"></audio></figure>'],
        ['embed', ['url' => 'https://twitter.com/example/status/1', 'type' => 'rich'],
            "<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://twitter.com/example/status/1\n</div></figure>"],
    ];
    return block(...$blocks[$next++ % count($blocks)]);
}

// As older editors left them: no blocks, shortcodes, tags left open
function classic_body(array $pictures): string
{
    return "First line without a tag, <b>bold</b> and <i>italic</i>.\n\nSecond line.<br>\n"
        . '[gallery columns="2" ids="' . implode(',', array_slice($pictures, 0, 4)) . "\"]\n\n"
        . '<img src="' . wp_make_link_relative(wp_get_attachment_url($pictures[0])) . "\" align=left>\n\n<p>An open paragraph\n<p>And <font color=red>another</font>\n"
        . "<center>centred</center>\n<blockquote>Quoted\n\ntwice</blockquote>\n&copy; 2004 &#x2014; &unknown;";
}
